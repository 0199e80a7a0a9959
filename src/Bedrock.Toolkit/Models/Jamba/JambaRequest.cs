namespace Bedrock.Toolkit.Models;

/// <summary>A request for the Jamba models: the conversation so far, and how to go on.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-jamba.html</remarks>
public sealed partial class JambaRequest : BedrockObject
{
    /// <summary>The conversation so far, oldest first.</summary>
    /// <value>At least one message of the user or the model.</value>
    [JsonPropertyName("messages"), JsonConverter(typeof(JambaListConverter<JambaMessage>)), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required IList<JambaMessage> Messages { get; set; }

    /// <summary>How many answers to write.</summary>
    /// <value>1 to 16; 1 by default; must be 1 in streams; more than 1 needs a temperature above 0; omitted when null.</value>
    [JsonPropertyName("n"), JsonConverter(typeof(CountConverter))]
    public int? N { get; set; }

    /// <summary>The most tokens to write.</summary>
    /// <value>0 to 4,096; 4,096 by default; omitted when null.</value>
    [JsonPropertyName("max_tokens"), JsonConverter(typeof(CountConverter))]
    public int? MaxTokens { get; set; }

    /// <summary>How freely the next word is drawn.</summary>
    /// <value>0 to 2; 1 by default; omitted when null.</value>
    [JsonPropertyName("temperature")]
    public double? Temperature { get; set; }

    /// <summary>The share of probability from which words are drawn.</summary>
    /// <value>Above 0 and up to 1; 1 by default; omitted when null.</value>
    [JsonPropertyName("top_p")]
    public double? TopP { get; set; }

    /// <summary>Texts at which the model stops.</summary>
    /// <value>One text, or a list; each up to 64,000 characters; omitted when null.</value>
    [JsonPropertyName("stop")]
    public BedrockStop? Stop { get; set; }

    /// <summary>How strongly words are avoided by how often they came up.</summary>
    /// <value>About 0 to 2; 0 by default; omitted when null.</value>
    [JsonPropertyName("frequency_penalty")]
    public double? FrequencyPenalty { get; set; }

    /// <summary>How strongly words that came up are avoided.</summary>
    /// <value>About 0 to 5 (unconfirmed); 0 by default; omitted when null.</value>
    [JsonPropertyName("presence_penalty")]
    public double? PresencePenalty { get; set; }

    /// <summary>The tools that the model may call; Jamba 1.5.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("tools"), JsonConverter(typeof(JambaListConverter<JambaTool>))]
    public IList<JambaTool>? Tools { get; set; }

    /// <summary>What the answer can use; Jamba 1.5.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("documents"), JsonConverter(typeof(JambaListConverter<JambaDocument>))]
    public IList<JambaDocument>? Documents { get; set; }

    /// <summary>The form of the answer; Jamba 1.5.</summary>
    /// <value>Text by default; omitted when null.</value>
    [JsonPropertyName("response_format"), JsonConverter(typeof(JambaObjectConverter<JambaResponseFormat>))]
    public JambaResponseFormat? ResponseFormat { get; set; }

    /// <summary>How a guardrail reads this body.</summary>
    /// <value>Only with a guardrail in the call's options; omitted when null.</value>
    [JsonPropertyName("amazon-bedrock-guardrailConfig"), JsonConverter(typeof(JambaObjectConverter<BedrockGuardrailConfig>))]
    public BedrockGuardrailConfig? GuardrailConfig { get; set; }

    /// <summary>A request with one question.</summary>
    /// <param name="prompt">The question.</param>
    /// <param name="maxTokens">The most tokens to write; null leaves it to the service.</param>
    /// <returns>The request.</returns>
    public static JambaRequest For(string prompt, int? maxTokens = null)
    {
        ArgumentNullException.ThrowIfNull(prompt);
        return new JambaRequest { Messages = [JambaMessage.User(prompt)], MaxTokens = maxTokens };
    }
}

/// <summary>The form of the answer; Jamba 1.5.</summary>
public sealed partial class JambaResponseFormat : BedrockObject
{
    /// <summary>The form.</summary>
    /// <value><c>text</c>, the default, or <c>json_object</c>.</value>
    [JsonPropertyName("type"), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required string Type { get; set; }
}

/// <summary>A document that the answer can use; Jamba 1.5.</summary>
public sealed partial class JambaDocument : BedrockObject
{
    /// <summary>Its id.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("id")]
    public string? Id { get; set; }

    /// <summary>Its text.</summary>
    /// <value>Not null.</value>
    [JsonPropertyName("content"), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required string Content { get; set; }

    /// <summary>What else is known about it.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("metadata")]
    public IDictionary<string, string>? Metadata { get; set; }
}

/// <summary>A tool of your own: the model asks, your program runs it; Jamba 1.5.</summary>
public sealed partial class JambaTool : BedrockObject
{
    /// <summary>The kind of tool.</summary>
    /// <value><c>function</c>.</value>
    [JsonPropertyName("type"), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required string Type { get; set; }

    /// <summary>The function.</summary>
    /// <value>Not null.</value>
    [JsonPropertyName("function"), JsonConverter(typeof(JambaObjectConverter<JambaFunction>)), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required JambaFunction Function { get; set; }

    /// <summary>A function.</summary>
    /// <param name="name">The name by which the model calls it.</param>
    /// <param name="description">What it does and when to use it; null for none.</param>
    /// <param name="parameters">The JSON schema of its arguments.</param>
    /// <returns>The tool.</returns>
    public static JambaTool ForFunction(string name, string? description, JsonElement parameters) =>
        new() { Type = "function", Function = new JambaFunction { Name = name, Description = description, Parameters = parameters } };
}

/// <summary>The description of a function.</summary>
public sealed partial class JambaFunction : BedrockObject
{
    /// <summary>The name by which the model calls it.</summary>
    /// <value>Not blank.</value>
    [JsonPropertyName("name"), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required string Name { get; set; }

    /// <summary>What it does and when to use it.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("description")]
    public string? Description { get; set; }

    /// <summary>The JSON schema of its arguments.</summary>
    /// <value>An object; omitted when null.</value>
    [JsonPropertyName("parameters")]
    public JsonElement? Parameters { get; set; }
}
