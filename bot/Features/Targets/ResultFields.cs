using System.Globalization;
using System.Text.Json;
using ChiBoBot.Features.Cells;

namespace ChiBoBot.Features.Targets;

/// <summary>Results as commands handle them: their keys, their marks, and the names of statuses in fields.</summary>
internal static class ResultFields
{
    public static string KeyOf(string target, int? year) => ((ICellPart<Result>)new Result(target, default) { Year = year }).Key;

    /// <summary>A mark of a result as it stands; empty where there is none.</summary>
    public static string MarkOf(Result? result) => result is null ? "" : Fingerprint.Of(result);

    public static string NameOf(ResultStatus status) => JsonNamingPolicy.CamelCase.ConvertName(status.ToString());

    public static ResultStatus? StatusOf(string? name)
    {
        foreach (var status in Enum.GetValues<ResultStatus>())
        {
            if (NameOf(status) == name)
            {
                return status;
            }
        }

        return null;
    }

    /// <summary>A whole number of a field, at least nought; false where something else stands there.</summary>
    public static bool TryNumber(string? text, out int? number)
    {
        number = null;
        if (text is null)
        {
            return true;
        }

        if (!decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var read) || read != decimal.Truncate(read) || read > 1_000_000)
        {
            return false;
        }

        number = (int)read;
        return true;
    }
}
