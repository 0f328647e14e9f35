using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ChiBoBot.Storage;

/// <summary>Writes a row's properties in the table protocol's JSON, with the type annotations that the protocol asks for. What is null is not written.</summary>
internal sealed class RowWriter : IDisposable
{
    public const string DayFormat = "yyyy-MM-dd";

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ArrayBufferWriter<byte> _buffer = new();
    private readonly Utf8JsonWriter _json;

    public RowWriter()
    {
        _json = new Utf8JsonWriter(_buffer, Options);
        _json.WriteStartObject();
    }

    public RowWriter Text(string name, string? value)
    {
        if (value is not null)
        {
            _json.WriteString(name, value);
        }

        return this;
    }

    public RowWriter Number(string name, int? value)
    {
        if (value is { } number)
        {
            _json.WriteNumber(name, number);
        }

        return this;
    }

    public RowWriter Long(string name, long? value)
    {
        if (value is { } number)
        {
            _json.WriteString(name + "@odata.type", "Edm.Int64");
            _json.WriteString(name, number.ToString(CultureInfo.InvariantCulture));
        }

        return this;
    }

    public RowWriter Double(string name, double? value)
    {
        if (value is { } number)
        {
            _json.WriteString(name + "@odata.type", "Edm.Double");
            if (double.IsFinite(number))
            {
                _json.WriteNumber(name, number);
            }
            else
            {
                _json.WriteString(name, number.ToString(CultureInfo.InvariantCulture));
            }
        }

        return this;
    }

    public RowWriter Flag(string name, bool value)
    {
        _json.WriteBoolean(name, value);
        return this;
    }

    public RowWriter Instant(string name, DateTimeOffset? value)
    {
        if (value is { } instant)
        {
            _json.WriteString(name + "@odata.type", "Edm.DateTime");
            _json.WriteString(name, instant.UtcDateTime);
        }

        return this;
    }

    public RowWriter Day(string name, DateOnly? value) => Text(name, value?.ToString(DayFormat, CultureInfo.InvariantCulture));

    public ReadOnlyMemory<byte> Finish()
    {
        _json.WriteEndObject();
        _json.Flush();
        return _buffer.WrittenMemory;
    }

    public void Dispose() => _json.Dispose();
}
