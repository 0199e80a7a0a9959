namespace Bedrock.Toolkit.Models;

/// <summary>A request for the Jamba models, in their dialect of Chat Completions: the conversation so far, and how to go on.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-jamba.html</remarks>
public sealed partial class JambaRequest : BedrockObject
{
    /// <summary>The conversation so far, oldest first.</summary>
    /// <value>At least one message of the user or the model; roles <c>user</c>, <c>assistant</c>, <c>system</c> and, at Jamba 1.5, <c>tool</c>; each content
    /// is one text.</value>
    [JsonPropertyName("messages"), JsonConverter(typeof(ChatCompletionListConverter<ChatCompletionMessage>)), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required IList<ChatCompletionMessage> Messages { get; set; }

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
    [JsonPropertyName("tools"), JsonConverter(typeof(ChatCompletionListConverter<ChatCompletionTool>))]
    public IList<ChatCompletionTool>? Tools { get; set; }

    /// <summary>What the answer can use; Jamba 1.5.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("documents"), JsonConverter(typeof(ChatCompletionListConverter<JambaDocument>))]
    public IList<JambaDocument>? Documents { get; set; }

    /// <summary>The form of the answer; Jamba 1.5.</summary>
    /// <value><c>text</c>, the default, or <c>json_object</c>; omitted when null.</value>
    [JsonPropertyName("response_format"), JsonConverter(typeof(ChatCompletionObjectConverter<ChatCompletionResponseFormat>))]
    public ChatCompletionResponseFormat? ResponseFormat { get; set; }

    /// <summary>How a guardrail reads this body.</summary>
    /// <value>Only with a guardrail in the call's options; omitted when null.</value>
    [JsonPropertyName("amazon-bedrock-guardrailConfig"), JsonConverter(typeof(ChatCompletionObjectConverter<BedrockGuardrailConfig>))]
    public BedrockGuardrailConfig? GuardrailConfig { get; set; }

    /// <summary>A request with one question.</summary>
    /// <param name="prompt">The question.</param>
    /// <param name="maxTokens">The most tokens to write; null leaves it to the service.</param>
    /// <returns>The request.</returns>
    public static JambaRequest For(string prompt, int? maxTokens = null)
    {
        ArgumentNullException.ThrowIfNull(prompt);
        return new JambaRequest { Messages = [ChatCompletionMessage.User(prompt)], MaxTokens = maxTokens };
    }
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

/// <summary>What the vendor of Jamba tells about a call; unconfirmed on Bedrock.</summary>
public sealed partial class JambaMeta : BedrockObject
{
    /// <summary>How long the call took.</summary>
    /// <value>In milliseconds; omitted when null.</value>
    [JsonPropertyName("requestDurationMillis"), JsonConverter(typeof(CountConverter))]
    public int? RequestDurationMillis { get; set; }
}
