using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ChiBoBot.Features.SelfAssessment;

/// <summary>How rounds, sheets and facts are written into their rows, and how what cards send is read.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    IgnoreReadOnlyProperties = true,
    UseStringEnumConverter = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(Round))]
[JsonSerializable(typeof(RoundForm))]
[JsonSerializable(typeof(CellForm))]
[JsonSerializable(typeof(EditForm))]
[JsonSerializable(typeof(Sheet))]
[JsonSerializable(typeof(HandedIn))]
[JsonSerializable(typeof(CellProposal))]
[JsonSerializable(typeof(Objection))]
[JsonSerializable(typeof(ObjectionAnswer))]
[JsonSerializable(typeof(SheetForm))]
[JsonSerializable(typeof(RoundPlanForm))]
internal sealed partial class AssessmentJson : JsonSerializerContext
{
    /// <summary>Vietnamese letters as they are: a property's 32,768 characters are soon used up by escapes.</summary>
    public static AssessmentJson Compact => Held.Value;

    // In a class of its own: the initialisers of a partial class run in no promised order.
    private static class Held
    {
        public static readonly AssessmentJson Value = new(new JsonSerializerOptions(Default.GeneratedSerializerOptions!) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }
}
