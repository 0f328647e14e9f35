using ChiBoBot.Understanding.Particulars;
using ChiBoBot.Understanding.Sentences;

namespace ChiBoBot.Understanding;

/// <summary>Takes what a short question leaves out from what the same person asked before: “còn tháng sau?”, “thế ai vắng?”.</summary>
internal static class FollowUp
{
    private const int ShortSentence = 5;

    /// <summary>Whether a sentence may lean on the one before: it is short, begins with a connecting word or points back.</summary>
    public static bool MayLean(Sentence sentence)
    {
        if (sentence.Count <= ShortSentence)
        {
            return true;
        }

        if (sentence.Count > 14)
        {
            return false;
        }

        if (sentence.Bare(0) is "con" or "the" or "vay" or "u" or "ua" or "ok" or "a" or "roi" or "va" or "them" or "cu")
        {
            return true;
        }

        for (var i = 0; i < sentence.Count; i++)
        {
            if (sentence.Bare(i) is "do" or "ay" or "ho" or "no" or "nay" && sentence.Bare(i - 1) is "nguoi" or "hom" or "buoi" or "anh" or "chi" or "cai" or "chuyen" or "chi" or "ngay" or "lan" or "phan" or "chi"
                || (sentence.Bare(i) == "ho" && sentence.Bare(i - 1) is "nhac" or "ten" or "bao"))
            {
                return true;
            }
        }

        return sentence.Count <= 8;
    }

    /// <summary>The request with what it lacks taken from the previous one, as far as its intent carries it.</summary>
    public static Request Complete(Request request, Request previous, Parts parts, SlotReader slots)
    {
        // “Mức nào vậy?” after whether somebody has handed in asks for that member's own grade.
        if (request.Intent == Intent.AssessmentSelfStatus && request.Slots.Text("field") == "grade" && previous.Slots.Text("person") is { } other && other != "self" && !parts.Candidates.Exists(c => c.Slot == "person") && !SpeaksOfOneself(parts.Sentence))
        {
            return Complete(request with { Intent = Intent.ConfidentialRequest, Slots = [] }, previous, parts, slots);
        }

        var completed = new Slots();
        var sameIntent = request.Intent == previous.Intent;
        foreach (var (slot, value) in request.Slots)
        {
            if (IsHinted(slot, value, parts, previous))
            {
                continue;
            }

            // What no word of a short sentence speaks for is rather what was asked before.
            var isSpoken = parts.Candidates.Exists(c => c.Slot == slot);
            if (isSpoken || slot is "person" || !(sameIntent || IsImplied(request.Intent, slot, previous) || (slot == "status" && previous.Slots.Has(slot))))
            {
                completed.Add(slot, value);
            }
        }

        var hasDay = HasAny(completed, "period", "date", "date_from", "weekday", "meeting");
        // “nhắn ổng một câu” after whether he has handed in goes to him and to nobody else.
        if (request.Intent == Intent.CmdSendReminder && previous.Intent == Intent.AssessmentSubmissionStatus && previous.Slots.Has("person") && previous.Slots.Text("person") != "self"
            && !hasDay && completed.Text("about") is null or "assessment")
        {
            AddMissing(completed, "audience", "person");
        }

        var hasOnlyWeekday = completed.Has("weekday") && !HasAny(completed, "period", "date", "date_from", "meeting");
        var hasPerson = completed.Has("person") || (completed.Has("post") && !PointsBack(parts.Sentence, IsPerson));
        foreach (var (slot, value) in previous.Slots)
        {
            if (completed.Has(slot) || !slots.MayCarry(request.Intent, slot) && slot != "ambiguous")
            {
                continue;
            }

            var inherits = slot switch
            {
                "period" when hasOnlyWeekday => IsWeek(value) && CarriesDays(request.Intent, previous.Intent),
                "period" or "date" or "date_from" or "date_to" or "weekday" or "meeting" => !hasDay && CarriesDays(request.Intent, previous.Intent),
                "time_of_day" => !hasDay && CarriesDays(request.Intent, previous.Intent),
                "time" or "end_time" => sameIntent && !hasDay,
                "person" or "post" or "ambiguous" => !hasPerson && value is not "self" && IsAboutPersons(request.Intent, completed),
                "target_no" or "target_hint" => !HasAny(request.Slots, "target_no", "target_hint"),
                "value" or "unit" => false,
                "event_type" => IsAboutMeetings(request.Intent) && IsAboutMeetings(previous.Intent),
                "rank" => false,
                "status" => true,
                _ => sameIntent,
            };
            if (inherits)
            {
                completed.Add(slot, value);
            }
        }

        AddImplied(completed, request.Intent, previous, hasDay);
        return request with { Slots = completed };
    }

    /// <summary>Oneself where no word speaks of oneself, and “buổi đó” after a day: who and which is what was asked before.</summary>
    private static bool IsHinted(string slot, object value, Parts parts, Request previous) => slot switch
    {
        "person" => value is "self" && previous.Slots.Text("person") is { } person && person != "self" && !parts.Candidates.Exists(c => c.Slot == slot),
        "meeting" => HasAny(previous.Slots, "period", "date", "date_from", "weekday") && PointsBack(parts.Sentence, IsMeeting),
        _ => false,
    };

    /// <summary>Whether “ấy”, “đó” stands there beside such a word.</summary>
    private static bool PointsBack(Sentence sentence, Func<string, bool> isSuch)
    {
        for (var i = 1; i < sentence.Count; i++)
        {
            if (sentence.Bare(i) is "ay" or "do" or "kia" or "nay" or "no" && isSuch(sentence.Bare(i - 1)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>“tôi mức nào”, “mức của em”; “mức nào vậy em?” only addresses the bot.</summary>
    private static bool SpeaksOfOneself(Sentence sentence)
    {
        for (var i = 0; i < sentence.Count; i++)
        {
            if (sentence.Bare(i) is "toi" or "minh" or "tui"
                || (sentence.Bare(i) is "em" or "chau" && (sentence.Bare(i - 1) == "cua" || (i < sentence.Count - 1 && sentence.Bare(i + 1) != "oi"))))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsPerson(string bare) => bare is "anh" or "chi" or "ong" or "ba" or "co" or "chu" or "bac" or "nguoi";

    private static bool IsMeeting(string bare) => bare is "buoi" or "hom" or "cuoc" or "phien" or "hop" or "ky";

    private static bool IsWeek(object period) => period is "this_week" or "next_week" or "last_week" or "week_after_next";

    /// <summary>“Nhắc họ giúp tôi” after who has not submitted: what the reminder is about and whom it goes to is clear.</summary>
    private static bool IsImplied(Intent intent, string slot, Request previous) => intent switch
    {
        Intent.CmdSendReminder => (slot is "about" && IntentNames.FamilyOf(previous.Intent) is Family.Events) || slot is "about" or "audience" && previous.Intent is Intent.AssessmentSubmissionStatus or Intent.AttendanceAbsent or Intent.AttendanceCount,
        Intent.CancelCommand => slot is "command" && IntentNames.IsCommand(previous.Intent),
        Intent.CmdExportReport => slot is "report" && IntentNames.FamilyOf(previous.Intent) is not Family.General,
        _ => false,
    };

    private static void AddImplied(Slots slots, Intent intent, Request previous, bool hasDay)
    {
        switch (intent)
        {
            case Intent.EventDetail when previous.Intent == Intent.EventNext && !hasDay && !slots.Has("meeting"):
                slots.Add("meeting", "next");
                break;
            case Intent.CmdSendReminder when IntentNames.FamilyOf(previous.Intent) is Family.Events:
                AddMissing(slots, "about", "meeting");
                break;
            case Intent.CmdSendReminder when previous.Intent == Intent.AssessmentSubmissionStatus:
                AddMissing(slots, "about", "assessment");
                AddMissing(slots, "audience", slots.Text("about") == "assessment" ? "not_submitted" : "all");
                break;
            case Intent.CmdSendReminder when previous.Intent is Intent.AttendanceAbsent or Intent.AttendanceCount && previous.Slots.Text("state") == "not_checked_in":
                AddMissing(slots, "about", "attendance");
                AddMissing(slots, "audience", "not_checked_in");
                break;
            case Intent.CmdExportReport:
                var report = IntentNames.FamilyOf(previous.Intent) switch
                {
                    Family.Targets => "targets",
                    Family.Attendance => "attendance",
                    Family.Assessment => "assessment",
                    Family.Members => "members",
                    Family.Events => "events",
                    Family.Commands => previous.Slots.Text("report"),
                    _ => null,
                };
                if (report is not null)
                {
                    AddMissing(slots, "report", report);
                }

                break;
            case Intent.TargetFailDetail:
                AddMissing(slots, "status", previous.Slots.Text("status") is { } status and not "met" ? status : "not_met");
                break;
            case Intent.ConfidentialRequest:
                AddMissing(slots, "kind", "self_assessment");
                break;
            case Intent.CancelCommand when IntentNames.IsCommand(previous.Intent):
                AddMissing(slots, "command", IntentNames.NameOf(previous.Intent));
                break;
            default:
                break;
        }
    }

    private static void AddMissing(Slots slots, string slot, string value)
    {
        if (!slots.Has(slot))
        {
            slots.Add(slot, value);
        }
    }

    private static bool HasAny(Slots slots, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (slots.Has(name))
            {
                return true;
            }
        }

        return false;
    }

    private static bool CarriesDays(Intent intent, Intent previous) =>
        intent == previous || (IsAboutMeetings(intent) && IsAboutMeetings(previous)) || (IntentNames.FamilyOf(intent) == IntentNames.FamilyOf(previous) && IntentNames.FamilyOf(intent) == Family.Targets)
        || (intent == Intent.CmdSendReminder && IntentNames.FamilyOf(previous) is Family.Events)
        || (intent == Intent.CmdExportReport && IntentNames.FamilyOf(previous) != Family.General);

    private static bool IsAboutMeetings(Intent intent) =>
        IntentNames.FamilyOf(intent) is Family.Events or Family.Attendance || intent is Intent.CmdCreateMeeting or Intent.CmdOpenAttendance;

    private static bool IsAboutPersons(Intent intent, Slots slots) => IntentNames.FamilyOf(intent) == Family.Members
        || (intent == Intent.CmdSendReminder && slots.Text("audience") == "person")
        || intent is Intent.AttendancePerson or Intent.AssessmentSubmissionStatus or Intent.ConfidentialRequest;
}
