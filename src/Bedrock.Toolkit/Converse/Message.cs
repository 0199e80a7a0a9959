using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>One turn of a conversation. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Message.html</remarks>
public sealed class Message
{
    /// <summary>Who speaks.</summary>
    /// <value><c>user</c> or <c>assistant</c>; must be set in a request.</value>
    [JsonPropertyName("role")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ConversationRole Role { get; set; }

    /// <summary>What is said.</summary>
    /// <value>Blocks, in order; at least one in a request.</value>
    [JsonPropertyName("content")]
    [JsonConverter(typeof(ConverseListConverter<ContentBlock>))]
    [AllowNull]
    public IList<ContentBlock> Content
    {
        get;
        set => field = value ?? [];
    }
    = [];

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    /// <summary>The texts of all text blocks, one after the other; of blocks with sources too.</summary>
    /// <value>Empty when there is no text.</value>
    [JsonIgnore]
    public string Text => string.Concat(Content.Select(TextOf));

    /// <summary>The calls that the model asks the caller to make; not those that the service made itself.</summary>
    /// <value>In the order of the content; a new list at each access.</value>
    [JsonIgnore]
    public IReadOnlyList<ToolUseBlock> ToolCalls =>
    [
        .. Content.OfType<ToolUseContent>().Select(block => block.ToolUse).OfType<ToolUseBlock>().Where(call => call.Type != ToolUseType.ServerToolUse),
    ];

    /// <summary>A turn of the user: <c>Message.User("Look:", image)</c>.</summary>
    /// <param name="content">Texts, images, documents and the like.</param>
    /// <returns>The message.</returns>
    public static Message User(params ReadOnlySpan<ContentBlock> content) => new() { Role = ConversationRole.User, Content = [.. content] };

    /// <summary>A turn of the model.</summary>
    /// <param name="content">Texts, tool calls and the like.</param>
    /// <returns>The message.</returns>
    public static Message Assistant(params ReadOnlySpan<ContentBlock> content) => new() { Role = ConversationRole.Assistant, Content = [.. content] };

    /// <summary>A turn of the user that answers tool calls: all answers to one turn of the model belong into one message.</summary>
    /// <param name="results">The answers.</param>
    /// <returns>The message.</returns>
    public static Message ToolResults(params IEnumerable<ToolResultBlock> results)
    {
        ArgumentNullException.ThrowIfNull(results);
        return new() { Role = ConversationRole.User, Content = [.. results.Select(result => new ToolResultContent(result))] };
    }

    private static string? TextOf(ContentBlock block) => block switch
    {
        TextContent text => text.Text,
        CitationsContent { Block.Content: { } pieces } => string.Concat(pieces.OfType<CitationGeneratedText>().Select(piece => piece.Text)),
        _ => null,
    };

    internal Message Clone()
    {
        var copy = (Message)MemberwiseClone();
        copy.Content = Content.Copy(static item => item.Clone());
        copy.AdditionalProperties = AdditionalProperties.Copy();
        return copy;
    }
}
