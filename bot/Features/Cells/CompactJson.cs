using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ChiBoBot.Features.Cells;

/// <summary>Clauses and results as lists without property names: a question reads all of a term, so each byte counts. A value may be appended to a list, never moved.</summary>
internal static class CompactJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(IReadOnlyList<Clause> clauses) => Write(clauses, static (json, clause) =>
    {
        json.WriteStringValue(clause.Text);
        json.WriteStringValue(clause.Population.ToString());
        json.WriteStringValue(clause.Metric.ToString());
        json.WriteStringValue(clause.Measure.ToString());
        json.WriteStringValue(clause.Comparator.ToString());
        json.WriteNumberValue(clause.Threshold);
        json.WriteStringValue(clause.Period.ToString());
        json.WriteNumberValue(clause.Stretch ? 1 : 0);
        WriteOptional(json, clause.UpTo);
        json.WriteStringValue(clause.Grade?.ToString());
        json.WriteStringValue(clause.Title?.ToString());
    });

    public static string Write(IReadOnlyList<Result> results) => Write(results, static (json, result) =>
    {
        json.WriteStringValue(result.Status.ToString());
        WriteOptional(json, result.Year);
        json.WriteStringValue(result.Concluded?.ToString());
        json.WriteStartArray();
        foreach (var measured in result.Measurements)
        {
            json.WriteNumberValue(measured.Clause);
            json.WriteNumberValue(measured.Count);
            WriteOptional(json, measured.Of);
        }

        json.WriteEndArray();
        Write(json, result.Grades);
        json.WriteStringValue(result.Note);
    });

    public static string Write(IReadOnlyList<Tally> tallies) => Write(tallies, static (json, tally) =>
    {
        WriteOptional(json, tally.Year);
        json.WriteStartArray();
        foreach (var counted in tally.Clauses)
        {
            json.WriteNumberValue(counted.Clause);
            json.WriteNumberValue(counted.Count);
            WriteOptional(json, counted.Of);
            json.WriteNumberValue(counted.Known);
            WriteOptional(json, counted.Month);
            Write(json, counted.LeftOut);
        }

        json.WriteEndArray();
        Write(json, tally.Grades);
    });

    public static IReadOnlyList<Clause> ReadClauses(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        var clauses = new List<Clause>(2);
        Next(ref reader);
        while (Begins(ref reader))
        {
            clauses.Add(new Clause(
                Text(ref reader)!,
                Name<Population>(ref reader)!.Value,
                Name<Metric>(ref reader)!.Value,
                Name<Measure>(ref reader)!.Value,
                Name<Comparator>(ref reader)!.Value,
                Decimal(ref reader)!.Value,
                Name<Period>(ref reader)!.Value)
            {
                Stretch = Number(ref reader) == 1,
                UpTo = Decimal(ref reader),
                Grade = Name<Grade>(ref reader),
                Title = Name<Title>(ref reader),
            });
            SkipRest(ref reader);
        }

        return clauses;
    }

    public static IReadOnlyList<Result> ReadResults(ReadOnlySpan<byte> json, string target)
    {
        var reader = new Utf8JsonReader(json);
        var results = new List<Result>(1);
        Next(ref reader);
        while (Begins(ref reader))
        {
            results.Add(new Result(target, Name<ResultStatus>(ref reader)!.Value)
            {
                Year = Number(ref reader),
                Concluded = Text(ref reader) is { } concluded ? PartialDate.Parse(concluded) : null,
                Measurements = Measurements(ref reader),
                Grades = Grades(ref reader),
                Note = Text(ref reader),
            });
            SkipRest(ref reader);
        }

        return results;
    }

    public static IReadOnlyList<Tally> ReadTallies(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        var tallies = new List<Tally>(4);
        Next(ref reader);
        while (Begins(ref reader))
        {
            tallies.Add(new(Number(ref reader), Counted(ref reader)) { Grades = Grades(ref reader) });
            SkipRest(ref reader);
        }

        return tallies;
    }

    private static void Write(Utf8JsonWriter json, GradeCounts? grades)
    {
        json.WriteStartArray();
        if (grades is not null)
        {
            json.WriteNumberValue(grades.Excellent);
            json.WriteNumberValue(grades.Good);
            json.WriteNumberValue(grades.Completed);
            json.WriteNumberValue(grades.NotCompleted);
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, LeftOut left)
    {
        json.WriteNumberValue(left.IsNobody ? 0 : 1);
        if (!left.IsNobody)
        {
            json.WriteNumberValue(left.Probationary);
            json.WriteNumberValue(left.Exempt);
            json.WriteNumberValue(left.TemporaryHere);
            json.WriteNumberValue(left.TemporaryAway);
            json.WriteNumberValue(left.Suspended);
            json.WriteNumberValue(left.OtherFunction);
        }
    }

    private static List<Counted> Counted(ref Utf8JsonReader reader)
    {
        var clauses = new List<Counted>(2);
        Next(ref reader);
        while (Number(ref reader) is { } clause)
        {
            clauses.Add(new(clause, Number(ref reader)!.Value, Number(ref reader), Number(ref reader)!.Value)
            {
                Month = Number(ref reader),
                LeftOut = Number(ref reader) == 1
                    ? new(Number(ref reader)!.Value, Number(ref reader)!.Value, Number(ref reader)!.Value, Number(ref reader)!.Value, Number(ref reader)!.Value, Number(ref reader)!.Value)
                    : default,
            });
        }

        return clauses;
    }

    private static string Write<T>(IReadOnlyList<T> items, Action<Utf8JsonWriter, T> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartArray();
            foreach (var item in items)
            {
                json.WriteStartArray();
                write(json, item);
                json.WriteEndArray();
            }

            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void WriteOptional(Utf8JsonWriter json, decimal? value)
    {
        if (value is { } number)
        {
            json.WriteNumberValue(number);
        }
        else
        {
            json.WriteNullValue();
        }
    }

    private static List<Measurement> Measurements(ref Utf8JsonReader reader)
    {
        var measurements = new List<Measurement>(2);
        Next(ref reader);
        while (Number(ref reader) is { } clause)
        {
            measurements.Add(new Measurement(clause, Number(ref reader)!.Value) { Of = Number(ref reader) });
        }

        return measurements;
    }

    private static GradeCounts? Grades(ref Utf8JsonReader reader)
    {
        Next(ref reader);
        if (Number(ref reader) is not { } excellent)
        {
            return null;
        }

        var grades = new GradeCounts(excellent, Number(ref reader)!.Value, Number(ref reader)!.Value, Number(ref reader)!.Value);
        Next(ref reader);
        return grades;
    }

    private static bool Begins(ref Utf8JsonReader reader)
    {
        Next(ref reader);
        return reader.TokenType == JsonTokenType.StartArray;
    }

    private static void SkipRest(ref Utf8JsonReader reader)
    {
        do
        {
            Next(ref reader);
            reader.Skip();
        }
        while (reader.CurrentDepth > 1);
    }

    private static string? Text(ref Utf8JsonReader reader)
    {
        Next(ref reader);
        return reader.GetString();
    }

    /// <summary>The number, or null where there is none, be it a null or the end of the list.</summary>
    private static int? Number(ref Utf8JsonReader reader)
    {
        Next(ref reader);
        return reader.TokenType == JsonTokenType.Number ? reader.GetInt32() : null;
    }

    private static decimal? Decimal(ref Utf8JsonReader reader)
    {
        Next(ref reader);
        return reader.TokenType == JsonTokenType.Null ? null : reader.GetDecimal();
    }

    private static T? Name<T>(ref Utf8JsonReader reader)
        where T : struct, Enum
    {
        Next(ref reader);
        return reader.TokenType == JsonTokenType.Null ? null : Names<T>.Find(ref reader);
    }

    private static void Next(ref Utf8JsonReader reader)
    {
        if (!reader.Read())
        {
            throw new InvalidDataException("The list ends too early.");
        }
    }

    /// <summary>The names of an enum's values, compared without making a text.</summary>
    private static class Names<T>
        where T : struct, Enum
    {
        private static readonly T[] Values = Enum.GetValues<T>();
        private static readonly byte[][] Texts = Array.ConvertAll(Values, value => Encoding.UTF8.GetBytes(value.ToString()));

        public static T Find(ref Utf8JsonReader reader)
        {
            for (var i = 0; i < Texts.Length; i++)
            {
                if (reader.ValueTextEquals(Texts[i]))
                {
                    return Values[i];
                }
            }

            throw new InvalidDataException($"'{reader.GetString()}' is no {typeof(T).Name}.");
        }
    }
}
