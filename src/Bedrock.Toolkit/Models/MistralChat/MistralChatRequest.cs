using System.Text.Json;
using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>A request in the chat format of Mistral Large and Pixtral: the conversation so far, and how to go on.</summary>
/// <remarks>
/// What is sent is fixed at the start of a call. Newer Mistral models take chat completions instead. Sources:
/// https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-mistral-chat-completion.html and
/// https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-mistral-pixtral-large.html
/// </remarks>
public sealed partial class MistralChatRequest : BedrockObject
{
    /// <summary>The conversation so far, which the answer continues.</summary>
    /// <value>At least one message.</value>
    [JsonPropertyName("messages"), JsonConverter(typeof(MistralChatListConverter<MistralChatMessage>)), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required IList<MistralChatMessage> Messages { get; set; }

    /// <summary>The tools that the model may call.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("tools"), JsonConverter(typeof(MistralChatListConverter<MistralChatTool>))]
    public IList<MistralChatTool>? Tools { get; set; }

    /// <summary>Whether the model must, may or must not call tools.</summary>
    /// <value><c>auto</c> by default; omitted when null.</value>
    [JsonPropertyName("tool_choice")]
    public MistralChatToolChoice? ToolChoice { get; set; }

    /// <summary>The most tokens that the answer may have.</summary>
    /// <value>1 to 8,192; the service takes 8,192 when it is missing; omitted when null.</value>
    [JsonPropertyName("max_tokens"), JsonConverter(typeof(CountConverter))]
    public int? MaxTokens { get; set; }

    /// <summary>How freely the model chooses its words.</summary>
    /// <value>0 to 1; the service takes 0.7 when it is missing; omitted when null.</value>
    [JsonPropertyName("temperature")]
    public double? Temperature { get; set; }

    /// <summary>The share of probability from which words are chosen.</summary>
    /// <value>0 to 1; the service takes 1 when it is missing; omitted when null.</value>
    [JsonPropertyName("top_p")]
    public double? TopP { get; set; }

    /// <summary>How a guardrail reads the body.</summary>
    /// <value>Only of use when the call names a guardrail; omitted when null.</value>
    [JsonPropertyName("amazon-bedrock-guardrailConfig"), JsonConverter(typeof(MistralChatObjectConverter<BedrockGuardrailConfig>))]
    public BedrockGuardrailConfig? GuardrailConfig { get; set; }

    /// <summary>A request with one question.</summary>
    /// <param name="text">The question.</param>
    /// <returns>The request.</returns>
    public static MistralChatRequest For(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new MistralChatRequest { Messages = [MistralChatMessage.User(text)] };
    }
}

/// <summary>A tool of your own: the model asks, your program runs it.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-mistral-chat-completion.html</remarks>
public sealed partial class MistralChatTool : BedrockObject
{
    /// <summary>The kind of tool.</summary>
    /// <value><c>function</c>, the only documented one and the default; omitted when null.</value>
    [JsonPropertyName("type")]
    public string? Type { get; set; } = "function";

    /// <summary>The function.</summary>
    /// <value>Omitted when null, which only a kind of tool that this version does not know can mean.</value>
    [JsonPropertyName("function"), JsonConverter(typeof(MistralChatObjectConverter<MistralChatFunction>))]
    public MistralChatFunction? Function { get; set; }

    /// <summary>A function that the model may call.</summary>
    /// <param name="name">The name by which the model calls it.</param>
    /// <param name="description">What it does and when to use it; null for none.</param>
    /// <param name="parameters">The JSON schema of its arguments: an object.</param>
    /// <returns>The tool.</returns>
    public static MistralChatTool Create(string name, string? description, JsonElement parameters) =>
        new() { Function = new MistralChatFunction { Name = name, Description = description, Parameters = parameters } };
}

/// <summary>A function that the model may call.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-mistral-chat-completion.html</remarks>
public sealed partial class MistralChatFunction : BedrockObject
{
    /// <summary>The name by which the model calls it.</summary>
    /// <value>Not blank.</value>
    [JsonPropertyName("name"), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required string Name { get; set; }

    /// <summary>What it does and when to use it.</summary>
    /// <value>The more exact, the better the calls; omitted when null.</value>
    [JsonPropertyName("description")]
    public string? Description { get; set; }

    /// <summary>The JSON schema of its arguments.</summary>
    /// <value>A schema of type object; omitted when null.</value>
    [JsonPropertyName("parameters")]
    public JsonElement? Parameters { get; set; }
}
