using System.ComponentModel.DataAnnotations;

namespace ChiBoBot.Teams;

/// <summary>A setting that is a GUID (or several) as Entra shows it: 8-4-4-4-12 digits. An empty one is <see cref="RequiredAttribute"/>'s concern.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class GuidFormatAttribute()
    : ValidationAttribute("{0} must be a GUID like 00000000-0000-0000-0000-000000000000, as the Entra admin center shows it.")
{
    public override bool IsValid(object? value) => value switch
    {
        null => true,
        string { Length: 0 } => true,
        string one => Guid.TryParseExact(one, "D", out _),
        IEnumerable<string> several => several.All(one => Guid.TryParseExact(one, "D", out _)),
        _ => false,
    };
}
