using System.Text.Json;
using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>A request in the chat format of Mistral Large and Pixtral: the conversation so far, and how to go on. Not thread safe while it is changed.</summary>
/// <remarks>
/// What is sent is fixed at the start of a call. Newer Mistral models take chat completions instead. Sources:
/// https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-mistral-chat-completion.html and
/// https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-mistral-pixtral-large.html
/// </remarks>
public sealed class MistralChatRequest
{
    /// <summary>The conversation so far, which the answer continues.</summary>
    /// <value>At least one message.</value>
    [JsonPropertyName("messages")]
    [JsonConverter(typeof(MistralChatListConverter<MistralChatMessage>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)] // Why: null would be left out silently; so it is refused.
    public required IList<MistralChatMessage> Messages { get; set; }

    /// <summary>The tools that the model may call.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("tools")]
    [JsonConverter(typeof(MistralChatListConverter<MistralChatTool>))]
    public IList<MistralChatTool>? Tools { get; set; }

    /// <summary>Whether the model must, may or must not call tools.</summary>
    /// <value><c>auto</c> by default; omitted when null.</value>
    [JsonPropertyName("tool_choice")]
    public MistralChatToolChoice? ToolChoice { get; set; }

    /// <summary>The most tokens that the answer may have.</summary>
    /// <value>1 to 8,192; the service takes 8,192 when it is missing; omitted when null.</value>
    [JsonPropertyName("max_tokens")]
    [JsonConverter(typeof(CountConverter))]
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
    [JsonPropertyName("amazon-bedrock-guardrailConfig")]
    [JsonConverter(typeof(MistralChatObjectConverter<BedrockGuardrailConfig>))]
    public BedrockGuardrailConfig? GuardrailConfig { get; set; }

    /// <summary>Members that this version does not know; sent as they are.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    /// <summary>A request with one question.</summary>
    /// <param name="text">The question.</param>
    /// <returns>The request.</returns>
    public static MistralChatRequest For(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new MistralChatRequest { Messages = [MistralChatMessage.User(text)] };
    }

    /// <summary>A copy that can be changed without changing this request. JSON documents, which nobody changes in place, are shared.</summary>
    /// <returns>The copy.</returns>
    public MistralChatRequest Clone() => new()
    {
        Messages = [.. Messages.Select(message => message.Clone())],
        Tools = Tools is null ? null : [.. Tools.Select(tool => tool.Clone())],
        ToolChoice = ToolChoice,
        MaxTokens = MaxTokens,
        Temperature = Temperature,
        TopP = TopP,
        GuardrailConfig = WireCopies.Copy(GuardrailConfig),
        AdditionalProperties = WireCopies.Copy(AdditionalProperties),
    };
}
