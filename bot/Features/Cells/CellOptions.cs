using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace ChiBoBot.Features.Cells;

/// <summary>The section "Cells".</summary>
internal sealed partial class CellOptions : IValidatableObject
{
    public const string Section = "Cells";

    /// <summary>Entra object ids of those who set up cells. They read no personal record.</summary>
    public IReadOnlyList<string> Administrators { get; set; } = [];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) => Administrators
        .Where(id => !Guid.TryParseExact(id, "D", out _))
        .Select(id => new ValidationResult($"Cells:Administrators: '{id}' is no object id such as 00000000-0000-0000-0000-000000000000."));

    [OptionsValidator]
    internal sealed partial class Validator : IValidateOptions<CellOptions>;
}
