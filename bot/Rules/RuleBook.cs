using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace ChiBoBot.Rules;

/// <summary>The packs of one topic, the earliest first: each holds until the next one begins.</summary>
internal sealed class RuleBook<T>(string topic, IReadOnlyList<RulePack<T>> packs)
    where T : class
{
    public string Topic => topic;

    public IReadOnlyList<RulePack<T>> Packs => packs;

    /// <summary>The pack that holds on that day; null before the first.</summary>
    public RulePack<T>? Find(DateOnly day)
    {
        for (var i = packs.Count - 1; i >= 0; i--)
        {
            if (packs[i].From <= day)
            {
                return packs[i];
            }
        }

        return null;
    }

    /// <summary>The pack that holds on that day, where there must be one.</summary>
    public RulePack<T> InForce(DateOnly day) =>
        Find(day) ?? throw new RulesException(string.Create(CultureInfo.InvariantCulture, $"No rules of the topic '{topic}' hold on {day:yyyy-MM-dd}."));
}

/// <summary>Reads the packs that the program carries, <c>Rules/topic/id.json</c>: <c>from</c> (the first day), <c>source</c> and <c>rules</c>, nothing else, nothing twice.</summary>
internal static class RuleBook
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <param name="form">How the topic's rules are written; its context must disallow unknown properties.</param>
    public static RuleBook<T> Load<T>(string topic, JsonTypeInfo<T> form)
        where T : class
    {
        var program = typeof(RuleBook).Assembly;
        var prefix = $"Rules/{topic}/";
        var files = new List<(string, string)>();
        foreach (var name in program.GetManifestResourceNames())
        {
            if (name.StartsWith(prefix, StringComparison.Ordinal))
            {
                files.Add((Path.GetFileNameWithoutExtension(name), Text(program.GetManifestResourceStream(name)!)));
            }
        }

        return Read(topic, form, files);
    }

    /// <summary>Makes the book of files. Throws <see cref="RulesException"/> that says which file is wrong, where and how.</summary>
    public static RuleBook<T> Read<T>(string topic, JsonTypeInfo<T> form, IEnumerable<(string Id, string Json)> files)
        where T : class
    {
        var packs = new List<RulePack<T>>();
        foreach (var (id, json) in files)
        {
            packs.Add(Read(topic, id, json, form));
        }

        packs.Sort((one, other) => one.From.CompareTo(other.From));
        for (var i = 1; i < packs.Count; i++)
        {
            if (packs[i].From == packs[i - 1].From)
            {
                throw new RulesException(string.Create(CultureInfo.InvariantCulture, $"Rules/{topic}: '{packs[i - 1].Id}' and '{packs[i].Id}' both begin on {packs[i].From:yyyy-MM-dd}; only one can hold."));
            }
        }

        return packs.Count > 0 ? new(topic, packs) : throw new RulesException($"Rules/{topic} holds no file.");
    }

    private static RulePack<T> Read<T>(string topic, string id, string json, JsonTypeInfo<T> form)
        where T : class
    {
        var where = $"Rules/{topic}/{id}.json";
        try
        {
            using var document = JsonDocument.Parse(json, Strict);
            var file = document.Deserialize(RulesJson.Default.RuleFile)!;
            if (!json.IsNormalized(NormalizationForm.FormC) || string.IsNullOrWhiteSpace(file.Source))
            {
                throw new RulesException($"{where}: 'source' is empty, or the file isn't in composed letters (Unicode NFC).");
            }

            return new(id, file.From, file.Source, file.Rules.Deserialize(form) ?? throw new RulesException($"{where}: 'rules' is null."))
            {
                Json = file.Rules.Clone(),
                Form = form,
            };
        }
        catch (JsonException wrong)
        {
            throw new RulesException($"{where}: {wrong.Message}", wrong);
        }
    }

    private static string Text(Stream stream)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}

/// <summary>A pack as it is written.</summary>
internal sealed record RuleFile(DateOnly From, string Source, JsonElement Rules);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(RuleFile))]
[JsonSerializable(typeof(JsonElement))]
internal sealed partial class RulesJson : JsonSerializerContext;
