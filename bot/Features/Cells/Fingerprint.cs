using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace ChiBoBot.Features.Cells;

/// <summary>A short mark of what a file says of a part: the same words, the same mark.</summary>
internal static class Fingerprint
{
    public static string Of<T>(T part)
        where T : ICellPart<T> => Of(JsonSerializer.Serialize(part, T.Json));

    public static string Of(CellFile file)
    {
        var whole = new StringBuilder(JsonSerializer.Serialize(file.Cell, CellJson.Default.Cell));
        Add(file.Members);
        Add(file.Terms);
        Add(file.Resolutions);
        Add(file.Targets);
        Add(file.Results);
        Add(file.Series);
        Add(file.Grades);
        Add(file.Awards);
        Add(file.Deeds);
        Add(file.Turnouts);
        Add(file.Dues);
        Add(file.Rules);
        Add(file.Events);
        Add(file.Anniversaries);
        return Of(whole.ToString());

        void Add<T>(IReadOnlyList<T> parts)
            where T : ICellPart<T>
        {
            foreach (var part in parts)
            {
                whole.Append('\n').Append(T.Kind).Append(Of(part));
            }
        }
    }

    public static string Of(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));
}
