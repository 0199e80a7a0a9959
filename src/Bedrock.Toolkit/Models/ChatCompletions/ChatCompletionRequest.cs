using System.Text.Json;
using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>A request in the Chat Completions format: the conversation so far, and how to go on. Not thread safe while it is changed.</summary>
/// <remarks>
/// What is sent is fixed at the start of a call. The ranges are the vendor's; a model on Bedrock can be stricter. Sources:
/// https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-openai.html and
/// https://docs.aws.amazon.com/bedrock/latest/userguide/structured-output.html. Members that only OpenAI's own service documents
/// (<c>metadata</c>, <c>store</c>, <c>modalities</c>, <c>audio</c>, <c>prediction</c>) go through <see cref="AdditionalProperties"/>.
/// </remarks>
public sealed class ChatCompletionRequest
{
    /// <summary>The model, which Bedrock takes from the call.</summary>
    /// <value>When set, the same id as that of the call; omitted when null.</value>
    [JsonPropertyName("model")]
    public string? Model { get; set; }

    /// <summary>The conversation so far, which the answer continues.</summary>
    /// <value>At least one message.</value>
    [JsonPropertyName("messages")]
    [JsonConverter(typeof(ChatCompletionListConverter<ChatCompletionMessage>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)] // Why: null would be left out silently; so it is refused.
    public required IList<ChatCompletionMessage> Messages { get; set; }

    /// <summary>Whether the answer is streamed, which Bedrock takes from the operation.</summary>
    /// <value>When set, false for a call and true for a stream; omitted when null.</value>
    [JsonPropertyName("stream")]
    public bool? Stream { get; set; }

    /// <summary>What a stream tells beside the answer.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("stream_options")]
    [JsonConverter(typeof(ChatCompletionObjectConverter<ChatCompletionStreamOptions>))]
    public ChatCompletionStreamOptions? StreamOptions { get; set; }

    /// <summary>The most tokens that the answer may have, reasoning included: the name on the page of gpt-oss.</summary>
    /// <value>1 to the model's own limit; by model; not together with <see cref="MaxTokens"/>; omitted when null.</value>
    [JsonPropertyName("max_completion_tokens")]
    [JsonConverter(typeof(CountConverter))]
    public int? MaxCompletionTokens { get; set; }

    /// <summary>The most tokens that the answer may have, reasoning included: the name on every model's card.</summary>
    /// <value>1 to the model's own limit; by model, 16 at Palmyra; not together with <see cref="MaxCompletionTokens"/>; omitted when null.</value>
    [JsonPropertyName("max_tokens")]
    [JsonConverter(typeof(CountConverter))]
    public int? MaxTokens { get; set; }

    /// <summary>The fewest tokens that the answer must have; Palmyra only.</summary>
    /// <value>0 to <see cref="MaxTokens"/>; 0 by default; omitted when null.</value>
    [JsonPropertyName("min_tokens")]
    [JsonConverter(typeof(CountConverter))]
    public int? MinTokens { get; set; }

    /// <summary>How freely the model chooses its words.</summary>
    /// <value>0 to 2; 1 by default; omitted when null.</value>
    [JsonPropertyName("temperature")]
    public double? Temperature { get; set; }

    /// <summary>The share of probability from which words are chosen.</summary>
    /// <value>0 to 1; 1 by default; omitted when null.</value>
    [JsonPropertyName("top_p")]
    public double? TopP { get; set; }

    /// <summary>Texts at which the model stops.</summary>
    /// <value>A string, or up to 4; omitted when null.</value>
    [JsonPropertyName("stop")]
    public ChatCompletionStop? Stop { get; set; }

    /// <summary>How many answers are given.</summary>
    /// <value>1 to 128; 1 by default; the limit on Bedrock is unconfirmed; omitted when null.</value>
    [JsonPropertyName("n")]
    [JsonConverter(typeof(CountConverter))]
    public int? N { get; set; }

    /// <summary>How much words are avoided that have come up at all.</summary>
    /// <value>-2 to 2; 0 by default; omitted when null.</value>
    [JsonPropertyName("presence_penalty")]
    public double? PresencePenalty { get; set; }

    /// <summary>How much words are avoided the more often they have come up.</summary>
    /// <value>-2 to 2; 0 by default; omitted when null.</value>
    [JsonPropertyName("frequency_penalty")]
    public double? FrequencyPenalty { get; set; }

    /// <summary>How much single tokens are favoured or avoided.</summary>
    /// <value>By the token's number as text: -100 to 100; omitted when null.</value>
    [JsonPropertyName("logit_bias")]
    [JsonConverter(typeof(ChatCompletionLogitBiasConverter))]
    public IDictionary<string, double>? LogitBias { get; set; }

    /// <summary>Whether the answer tells how likely its tokens were.</summary>
    /// <value>False by default; omitted when null.</value>
    [JsonPropertyName("logprobs")]
    public bool? Logprobs { get; set; }

    /// <summary>For how many tokens at each place.</summary>
    /// <value>0 to 20; only with <see cref="Logprobs"/>; omitted when null.</value>
    [JsonPropertyName("top_logprobs")]
    [JsonConverter(typeof(CountConverter))]
    public int? TopLogprobs { get; set; }

    /// <summary>A number by which the model chooses its words repeatably, as far as it can.</summary>
    /// <value>Any whole number; omitted when null.</value>
    [JsonPropertyName("seed")]
    [JsonConverter(typeof(LongCountConverter))]
    public long? Seed { get; set; }

    /// <summary>Who the request is for.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("user")]
    public string? User { get; set; }

    /// <summary>Who the request is for, for the vendor's safety checks.</summary>
    /// <value>A hash; omitted when null.</value>
    [JsonPropertyName("safety_identifier")]
    public string? SafetyIdentifier { get; set; }

    /// <summary>What requests with the same beginning have in common, for the prompt cache.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("prompt_cache_key")]
    public string? PromptCacheKey { get; set; }

    /// <summary>How much the model reasons.</summary>
    /// <value><c>low</c>, <c>medium</c> (the default) or <c>high</c> at gpt-oss; at other models unconfirmed; omitted when null.</value>
    [JsonPropertyName("reasoning_effort")]
    public ChatCompletionReasoningEffort? ReasoningEffort { get; set; }

    /// <summary>How much the model reasons, in the nested form of GPT-5 and later and of Kimi K3.</summary>
    /// <value>Not at gpt-oss; omitted when null.</value>
    [JsonPropertyName("reasoning")]
    [JsonConverter(typeof(ChatCompletionObjectConverter<ChatCompletionReasoning>))]
    public ChatCompletionReasoning? Reasoning { get; set; }

    /// <summary>How much the model reasons, in the form of Qwen3 and DeepSeek V3.</summary>
    /// <value><c>low</c>, <c>medium</c> or <c>high</c>; Converse takes it as an additional field, on InvokeModel it is unconfirmed; omitted when null.</value>
    [JsonPropertyName("reasoning_config")]
    public ChatCompletionReasoningEffort? ReasoningConfig { get; set; }

    /// <summary>How long the answer is to be; GPT-5 and later.</summary>
    /// <value><c>low</c>, <c>medium</c> or <c>high</c>; omitted when null.</value>
    [JsonPropertyName("verbosity")]
    public ChatCompletionVerbosity? Verbosity { get; set; }

    /// <summary>The tools that the model may ask for.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("tools")]
    [JsonConverter(typeof(ChatCompletionListConverter<ChatCompletionTool>))]
    public IList<ChatCompletionTool>? Tools { get; set; }

    /// <summary>Whether the model must, may or must not ask for tools.</summary>
    /// <value><c>auto</c> by default when there are tools; omitted when null.</value>
    [JsonPropertyName("tool_choice")]
    public ChatCompletionToolChoice? ToolChoice { get; set; }

    /// <summary>Whether the model may ask for several tools at once.</summary>
    /// <value>True by default; omitted when null.</value>
    [JsonPropertyName("parallel_tool_calls")]
    public bool? ParallelToolCalls { get; set; }

    /// <summary>The form that the answer must have.</summary>
    /// <value>Any text by default; omitted when null.</value>
    [JsonPropertyName("response_format")]
    [JsonConverter(typeof(ChatCompletionObjectConverter<ChatCompletionResponseFormat>))]
    public ChatCompletionResponseFormat? ResponseFormat { get; set; }

    /// <summary>The form that the answer must have; imported models only.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("structured_outputs")]
    [JsonConverter(typeof(ChatCompletionObjectConverter<ChatCompletionStructuredOutputs>))]
    public ChatCompletionStructuredOutputs? StructuredOutputs { get; set; }

    /// <summary>The service tier in the vendor's form; Bedrock takes it from a header: <see cref="InvokeOptions.ServiceTier"/>.</summary>
    /// <value><c>auto</c>, <c>default</c>, <c>flex</c> or <c>priority</c>; omitted when null.</value>
    [JsonPropertyName("service_tier")]
    public BedrockServiceTier? ServiceTier { get; set; }

    /// <summary>How a guardrail reads this body.</summary>
    /// <value>Only with a guardrail in the call's options; omitted when null.</value>
    [JsonPropertyName("amazon-bedrock-guardrailConfig")]
    [JsonConverter(typeof(ChatCompletionObjectConverter<BedrockGuardrailConfig>))]
    public BedrockGuardrailConfig? GuardrailConfig { get; set; }

    /// <summary>Members that this version does not know; sent as they are.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    /// <summary>A request with one question.</summary>
    /// <param name="prompt">The question.</param>
    /// <param name="maxTokens">The most tokens that the answer may have, reasoning included.</param>
    /// <returns>The request.</returns>
    public static ChatCompletionRequest For(string prompt, int maxTokens = 1024)
    {
        ArgumentNullException.ThrowIfNull(prompt);
        return new ChatCompletionRequest { Messages = [ChatCompletionMessage.User(prompt)], MaxTokens = maxTokens };
    }

    /// <summary>A copy that can be changed without changing this request. Bytes and JSON documents, which nobody changes in place, are shared.</summary>
    /// <returns>The copy.</returns>
    public ChatCompletionRequest Clone()
    {
        var copy = (ChatCompletionRequest)MemberwiseClone();
        copy.Messages = Messages.Copy(message => message.Clone())!;
        copy.StreamOptions = StreamOptions?.Clone();
        copy.Stop = Stop?.Clone();
        copy.LogitBias = LogitBias is null ? null : new Dictionary<string, double>(LogitBias);
        copy.Reasoning = Reasoning?.Clone();
        copy.Tools = Tools.Copy(tool => tool.Clone());
        copy.ToolChoice = ToolChoice?.Clone();
        copy.ResponseFormat = ResponseFormat?.Clone();
        copy.StructuredOutputs = StructuredOutputs?.Clone();
        copy.GuardrailConfig = GuardrailConfig is null
            ? null
            : new BedrockGuardrailConfig { TagSuffix = GuardrailConfig.TagSuffix, AdditionalProperties = GuardrailConfig.AdditionalProperties.Copy() };
        copy.AdditionalProperties = AdditionalProperties.Copy();
        return copy;
    }
}
