using System.Text.Json;
using System.Text.Json.Serialization;

namespace ChiBoBot.Features.Cells;

/// <summary>One point of an agenda. Without a category it is written as its words alone.</summary>
[JsonConverter(typeof(AgendaItemJson))]
internal sealed record AgendaItem(string Text)
{
    public AgendaCategory? Category { get; init; }
}

/// <summary>What a point of an agenda is about, so that a cell sees what its meetings are spent on.</summary>
internal enum AgendaCategory
{
    /// <summary>Thông tin thời sự, văn bản mới.</summary>
    Information,

    /// <summary>Kết quả thực hiện nghị quyết tháng trước.</summary>
    Results,

    /// <summary>Nhiệm vụ tháng tới.</summary>
    Tasks,

    /// <summary>Chuyên đề.</summary>
    Thematic,

    /// <summary>Học tập, làm theo; quán triệt nghị quyết.</summary>
    Study,

    /// <summary>Công tác đảng viên, tổ chức, cán bộ.</summary>
    Organisation,

    /// <summary>Tự phê bình và phê bình.</summary>
    SelfCriticism,

    /// <summary>Công tác chuyên môn.</summary>
    Professional,

    /// <summary>Điểm danh, chương trình, thư ký, chấm điểm, kết luận.</summary>
    Procedure,
}

/// <summary>Reads a point that is a text or <c>{"text", "category"}</c>, writes the shorter one.</summary>
internal sealed class AgendaItemJson : JsonConverter<AgendaItem>
{
    public override AgendaItem Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            return new AgendaItem(reader.GetString()!);
        }

        using var item = JsonDocument.ParseValue(ref reader);
        return new AgendaItem(item.RootElement.GetProperty("text").GetString()!)
        {
            Category = Enum.Parse<AgendaCategory>(item.RootElement.GetProperty("category").GetString()!),
        };
    }

    public override void Write(Utf8JsonWriter writer, AgendaItem value, JsonSerializerOptions options)
    {
        if (value.Category is not { } category)
        {
            writer.WriteStringValue(value.Text);
            return;
        }

        writer.WriteStartObject();
        writer.WriteString("text", value.Text);
        writer.WriteString("category", category.ToString());
        writer.WriteEndObject();
    }
}
