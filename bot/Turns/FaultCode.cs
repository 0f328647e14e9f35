using System.Security.Cryptography;
using System.Text;

namespace ChiBoBot.Turns;

/// <summary>The short code that joins an apology to its line in the log.</summary>
internal static class FaultCode
{
    public static string Of(string activityId) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(activityId)).AsSpan(0, 3));
}
