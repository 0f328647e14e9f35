using System.Text.Json;
using ChiBoBot.Cards;

namespace ChiBoBot.Teams.Wire;

/// <summary>Writes an answer as the HTTP response that Teams expects for what it sent; a body at the wrong level shows “unable to reach app”.</summary>
internal static class AnswerWriter
{
    private const string CardType = "application/vnd.microsoft.card.adaptive";
    private const string PreviewType = "application/vnd.microsoft.card.thumbnail";
    private const string NoticeType = "application/vnd.microsoft.activity.message";
    private const string ErrorType = "application/vnd.microsoft.error";
    private const string SearchType = "application/vnd.microsoft.search.searchResponse";

    private static readonly JsonWriterOptions Options = new() { Encoder = CardJson.Encoder };

    /// <summary>Whether somebody waits for a body.</summary>
    public static bool IsAwaited(Inbound inbound) => inbound is
        Inbound.CardPress { IsInvoke: true } or Inbound.DialogOpened or Inbound.DialogSubmitted or Inbound.ExtensionQueried or Inbound.Other { Type: "invoke" };

    public static async Task Write(HttpResponse response, Inbound inbound, Answer answer)
    {
        response.StatusCode = Status(inbound, answer);
        if (Body(inbound, answer) is not { } write)
        {
            response.ContentLength = 0;
            return;
        }

        response.ContentType = "application/json; charset=utf-8";
        await using var json = new Utf8JsonWriter(response.BodyWriter, Options);
        write(json);
    }

    private static int Status(Inbound inbound, Answer answer) =>
        answer is Answer.NotImplemented && inbound is Inbound.DialogOpened or Inbound.DialogSubmitted or Inbound.ExtensionQueried
        || inbound is Inbound.Other { Type: "invoke" } other && answer is Answer.NotImplemented && !IsKnown(other.Name)
            ? StatusCodes.Status501NotImplemented
            : StatusCodes.Status200OK;

    /// <summary>Invokes that the bot never asks for, and that Teams is content to see acknowledged.</summary>
    private static bool IsKnown(string? name) => name is
        "application/search" or "fileConsent/invoke" or "suggestedActions/submit" or "message/submitAction"
        or "composeExtension/setting" or "composeExtension/onCardButtonClicked" or "handoff/action";

    private static Action<Utf8JsonWriter>? Body(Inbound inbound, Answer answer) => inbound switch
    {
        Inbound.CardPress { IsInvoke: true } => json => Press(json, answer),
        Inbound.DialogOpened or Inbound.DialogSubmitted => Dialog(answer),
        Inbound.ExtensionQueried when answer is not Answer.NotImplemented => json => Extension(json, answer),
        Inbound.Other { Type: "invoke", Name: "application/search" } => NothingFound,
        _ => null,
    };

    /// <summary>Always HTTP 200; the real status is in the body, and there is always one.</summary>
    private static void Press(Utf8JsonWriter json, Answer answer)
    {
        json.WriteStartObject();
        switch (answer)
        {
            case Answer.Card or Answer.WrittenCard or Answer.Dialog:
                Head(json, StatusCodes.Status200OK, CardType);
                json.WriteRawValue(CardOf(answer), skipInputValidation: true);
                break;
            case Answer.Failed failed:
                Head(json, failed.StatusCode, ErrorType);
                Error(json, failed.Code, failed.Text);
                break;
            case Answer.NotImplemented:
                Head(json, StatusCodes.Status400BadRequest, ErrorType);
                Error(json, "NotSupported", DoorText.NotSupported);
                break;
            default:
                Head(json, StatusCodes.Status200OK, NoticeType);
                json.WriteStringValue(WordsOf(answer) ?? DoorText.Received);
                break;
        }

        json.WriteEndObject();
    }

    private static void Head(Utf8JsonWriter json, int status, string type)
    {
        json.WriteNumber("statusCode", status);
        json.WriteString("type", type);
        json.WritePropertyName("value");
    }

    private static void Error(Utf8JsonWriter json, string code, string text)
    {
        json.WriteStartObject();
        json.WriteString("code", code);
        json.WriteString("message", text);
        json.WriteEndObject();
    }

    /// <summary>The next card, or a sentence; nothing closes the dialog.</summary>
    private static Action<Utf8JsonWriter>? Dialog(Answer answer) => answer switch
    {
        _ when CardOf(answer) is { } card => json => DialogCard(json, (answer as Answer.Dialog)?.Title ?? DoorText.Title, card),
        _ when WordsOf(answer) is { } words => json => DialogWords(json, words),
        _ => null,
    };

    private static void DialogCard(Utf8JsonWriter json, string title, ReadOnlySpan<byte> card)
    {
        json.WriteStartObject();
        json.WriteStartObject("task");
        json.WriteString("type", "continue");
        json.WriteStartObject("value");
        json.WriteString("title", title);
        json.WriteString("height", "medium");
        json.WriteString("width", "medium");
        json.WriteStartObject("card");
        Attached(json, card);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void DialogWords(Utf8JsonWriter json, string words)
    {
        json.WriteStartObject();
        json.WriteStartObject("task");
        json.WriteString("type", "message");
        json.WriteString("value", words);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Extension(Utf8JsonWriter json, Answer answer)
    {
        json.WriteStartObject();
        json.WriteStartObject("composeExtension");
        if (WordsOf(answer) is { } words)
        {
            json.WriteString("type", "message");
            json.WriteString("text", words);
        }
        else
        {
            json.WriteString("type", "result");
            json.WriteString("attachmentLayout", "list");
            json.WriteStartArray("attachments");
            foreach (var (title, text, card) in answer is Answer.Results results ? results.Found : [])
            {
                json.WriteStartObject();
                Attached(json, CardJson.Bytes(card));
                json.WriteStartObject("preview");
                json.WriteString("contentType", PreviewType);
                json.WriteStartObject("content");
                json.WriteString("title", title);
                json.WriteString("text", text);
                json.WriteEndObject();
                json.WriteEndObject();
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void NothingFound(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        Head(json, StatusCodes.Status200OK, SearchType);
        json.WriteStartObject();
        json.WriteStartArray("results");
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Attached(Utf8JsonWriter json, ReadOnlySpan<byte> card)
    {
        json.WriteString("contentType", CardType);
        json.WritePropertyName("content");
        json.WriteRawValue(card, skipInputValidation: true);
    }

    private static byte[]? CardOf(Answer answer) => answer switch
    {
        Answer.Card card => card.Json(),
        Answer.WrittenCard card => card.Json,
        Answer.Dialog dialog => CardJson.Bytes(dialog.Content),
        _ => null,
    };

    private static string? WordsOf(Answer answer) => answer switch
    {
        Answer.Notice notice => notice.Text,
        Answer.DialogClosed closed => closed.Text,
        Answer.Failed failed => failed.Text,
        _ => null,
    };
}
