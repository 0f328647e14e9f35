using System.Runtime.CompilerServices;
using System.Text;

namespace ChiBoBot.Storage;

/// <summary>A filter of the table protocol, written as an interpolated string whose values are quoted. A type it does not know does not compile.</summary>
[InterpolatedStringHandler]
internal readonly ref struct TableFilter(int literalLength, int formattedCount)
{
    private readonly StringBuilder _filter = new(literalLength + (formattedCount * 32));

    public static string Of(TableFilter filter) => filter._filter.ToString();

    public void AppendLiteral(string text) => _filter.Append(text);

    public void AppendFormatted(string value) => _filter.Append('\'').Append(value.Replace("'", "''", StringComparison.Ordinal)).Append('\'');
}
