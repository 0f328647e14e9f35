using System.Text;

namespace ChiBoBot.Understanding;

/// <summary>The names of intents as <c>understand</c> prints them: <c>attendance_absent</c>. The only place that makes or reads them.</summary>
internal static class IntentNames
{
    private static readonly string[] Names = Array.ConvertAll(Enum.GetValues<Intent>(), intent => SnakeCase(intent.ToString()));

    private static readonly Dictionary<string, Intent> ByName = Enum.GetValues<Intent>().ToDictionary(NameOf, StringComparer.Ordinal);

    public static int Count => Names.Length;

    public static string NameOf(Intent intent) => Names[(int)intent];

    public static Intent? Find(string name) => ByName.TryGetValue(name, out var intent) ? intent : null;

    /// <summary>Whether carrying it out would change or send something.</summary>
    public static bool IsCommand(Intent intent) => intent is >= Intent.CmdOpenAttendance and <= Intent.CmdExportReport;

    /// <summary>Greetings, thanks and what the bot does not serve: never one of two requests in a message.</summary>
    public static bool IsTalk(Intent intent) => intent is Intent.Greeting or Intent.Thanks or Intent.Help or Intent.OutOfScope;

    public static Family FamilyOf(Intent intent) => intent switch
    {
        <= Intent.MemberProbationary => Family.Members,
        <= Intent.TargetFailDetail => Family.Targets,
        <= Intent.EventDetail => Family.Events,
        <= Intent.AttendanceRate => Family.Attendance,
        <= Intent.AssessmentSummary => Family.Assessment,
        <= Intent.CancelCommand => Family.Commands,
        _ => Family.General,
    };

    private static string SnakeCase(string name)
    {
        var text = new StringBuilder(name.Length + 4);
        foreach (var c in name)
        {
            if (char.IsUpper(c) && text.Length > 0)
            {
                text.Append('_');
            }

            text.Append(char.ToLowerInvariant(c));
        }

        return text.ToString();
    }
}

/// <summary>What a group of intents is about.</summary>
internal enum Family
{
    Members,
    Targets,
    Events,
    Attendance,
    Assessment,
    Commands,
    General,
}
