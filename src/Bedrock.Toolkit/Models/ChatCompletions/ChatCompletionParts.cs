namespace Bedrock.Toolkit.Models;

/// <summary>The form that the answer must have.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/structured-output.html</remarks>
public sealed partial class ChatCompletionResponseFormat : BedrockObject
{
    /// <summary>The kind of form.</summary>
    /// <value><c>text</c> (the default), <c>json_object</c> or <c>json_schema</c>.</value>
    [JsonPropertyName("type"), AllowNull]
    public string Type { get; set => field = value ?? "text"; } = "text";

    /// <summary>The schema.</summary>
    /// <value>For the kind <c>json_schema</c>; omitted when null.</value>
    [JsonPropertyName("json_schema"), JsonConverter(typeof(ChatCompletionObjectConverter<ChatCompletionJsonSchema>))]
    public ChatCompletionJsonSchema? JsonSchema { get; set; }

    /// <summary>Any text: the default.</summary>
    /// <returns>The form.</returns>
    public static ChatCompletionResponseFormat ForText() => new();

    /// <summary>Any JSON object.</summary>
    /// <returns>The form.</returns>
    public static ChatCompletionResponseFormat ForJsonObject() => new() { Type = "json_object" };

    /// <summary>JSON that follows a schema.</summary>
    /// <param name="name">A name for the schema.</param>
    /// <param name="schema">The schema; every object in it has <c>additionalProperties: false</c>.</param>
    /// <param name="strict">Whether the answer always follows it; null for the model's default.</param>
    /// <returns>The form.</returns>
    public static ChatCompletionResponseFormat ForJsonSchema(string name, JsonElement schema, bool? strict = true) => new()
    {
        Type = "json_schema",
        JsonSchema = new ChatCompletionJsonSchema { Name = name, Schema = schema, Strict = strict },
    };
}

/// <summary>The JSON schema that an answer must follow.</summary>
public sealed partial class ChatCompletionJsonSchema : BedrockObject
{
    /// <summary>A name for the schema.</summary>
    /// <value>Letters, digits, underscores and hyphens, not blank; empty by default.</value>
    [JsonPropertyName("name"), AllowNull]
    public string Name { get; set => field = value ?? string.Empty; } = string.Empty;

    /// <summary>What the answer is for.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("description")]
    public string? Description { get; set; }

    /// <summary>The schema.</summary>
    /// <value>A subset of JSON Schema 2020-12; <c>additionalProperties</c> must be false; omitted when null.</value>
    [JsonPropertyName("schema")]
    public JsonElement? Schema { get; set; }

    /// <summary>Whether the answer always follows the schema.</summary>
    /// <value>False by default; omitted when null.</value>
    [JsonPropertyName("strict")]
    public bool? Strict { get; set; }
}
