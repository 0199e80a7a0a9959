namespace Bedrock.Toolkit.Models;

/// <summary>Whether the model must, may or must not ask for tools: a mode, or one function.</summary>
/// <remarks>Takes a string, too: <c>ToolChoice = "required"</c>. Source:
/// https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-openai.html</remarks>
[JsonConverter(typeof(ChatCompletionToolChoiceConverter))]
public abstract partial class ChatCompletionToolChoice : BedrockObject
{
    private protected ChatCompletionToolChoice() { }

    /// <summary>A mode by its text.</summary>
    /// <param name="mode"><c>auto</c>, <c>none</c>, <c>required</c>, or one that this version does not know; null stays null.</param>
    [return: NotNullIfNotNull(nameof(mode))]
    public static implicit operator ChatCompletionToolChoice?(string? mode) => mode is null ? null : new ChatCompletionToolChoiceMode(mode);

    /// <summary>The model decides: the default when there are tools.</summary>
    /// <returns>The choice.</returns>
    public static ChatCompletionToolChoice Auto() => new ChatCompletionToolChoiceMode("auto");

    /// <summary>The model must ask for at least one tool, as Mistral Large and Pixtral call it.</summary>
    /// <returns>The choice.</returns>
    public static ChatCompletionToolChoice Any() => new ChatCompletionToolChoiceMode("any");

    /// <summary>The model must not ask for tools.</summary>
    /// <returns>The choice.</returns>
    public static ChatCompletionToolChoice None() => new ChatCompletionToolChoiceMode("none");

    /// <summary>The model must ask for at least one tool.</summary>
    /// <returns>The choice.</returns>
    public static ChatCompletionToolChoice Required() => new ChatCompletionToolChoiceMode("required");

    /// <summary>The model must ask for this function.</summary>
    /// <param name="name">The function.</param>
    /// <returns>The choice.</returns>
    public static ChatCompletionToolChoice ForFunction(string name) => new ChatCompletionToolChoiceFunction(name);
}

/// <summary>The choice of one function.</summary>
public sealed partial class ChatCompletionToolChoiceFunction : ChatCompletionToolChoice
{
    /// <summary>No function yet.</summary>
    public ChatCompletionToolChoiceFunction() { }

    /// <summary>The choice of a function.</summary>
    /// <param name="name">The function.</param>
    public ChatCompletionToolChoiceFunction(string name) => Function = new ChatCompletionFunctionName { Name = name };

    /// <summary>The kind of choice.</summary>
    /// <value><c>function</c>, the default.</value>
    [JsonPropertyName("type"), JsonPropertyOrder(-1), AllowNull]
    public string Type { get; set => field = value ?? "function"; } = "function";

    /// <summary>The function.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("function"), JsonConverter(typeof(ChatCompletionObjectConverter<ChatCompletionFunctionName>))]
    public ChatCompletionFunctionName? Function { get; set; }
}

/// <summary>A choice that is a string on the wire: <c>auto</c>, <c>none</c> or <c>required</c>. Immutable but for its base.</summary>
public sealed partial class ChatCompletionToolChoiceMode : ChatCompletionToolChoice, IRawVariant
{
    private readonly JsonElement _raw;

    /// <summary>A mode.</summary>
    /// <param name="value">The text on the wire; any string is taken.</param>
    public ChatCompletionToolChoiceMode(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        Value = value;
        _raw = JsonSerializer.SerializeToElement(value, ChatCompletionJsonContext.Default.String);
    }

    /// <summary>The text on the wire.</summary>
    /// <value><c>auto</c>, <c>none</c>, <c>required</c> or one that this version does not know.</value>
    public string Value { get; }

    /// <summary>The JSON string, made once so that writing costs nothing.</summary>
    JsonElement IRawVariant.Raw => _raw;
}

/// <summary>A choice of a kind that this version does not know; it is written back exactly as it was read.</summary>
public sealed partial class ChatCompletionUnknownToolChoice : ChatCompletionToolChoice, IRawVariant;

/// <summary>Reads and writes <see cref="ChatCompletionToolChoice"/>: a string, or an object by its <c>type</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ChatCompletionToolChoiceConverter : TaggedUnionConverter<ChatCompletionToolChoice>
{
    /// <summary>Creates the converter.</summary>
    public ChatCompletionToolChoiceConverter()
        : base(ChatCompletionJsonContext.Default, CreateUnknown, "type", Case<ChatCompletionToolChoiceFunction>("function"))
    {
    }

    private static ChatCompletionToolChoice CreateUnknown(JsonElement raw) => raw.ValueKind == JsonValueKind.String
        ? new ChatCompletionToolChoiceMode(raw.GetString()!)
        : new ChatCompletionUnknownToolChoice(raw);
}

/// <summary>A function by its name.</summary>
public sealed partial class ChatCompletionFunctionName : BedrockObject
{
    /// <summary>The function.</summary>
    /// <value>A name from the request's tools; empty by default.</value>
    [JsonPropertyName("name"), AllowNull]
    public string Name { get; set => field = value ?? string.Empty; } = string.Empty;
}
