using System.Buffers.Text;
using System.Security.Cryptography;

namespace ChiBoBot.Features.Cells;

/// <summary>What nobody can guess in an address that is somebody's own: 256 random bits. Only a hash of it is kept.</summary>
internal static class Secret
{
    /// <summary>In letters.</summary>
    public const int Length = 43;

    private const int Bytes = 32;

    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));
}
