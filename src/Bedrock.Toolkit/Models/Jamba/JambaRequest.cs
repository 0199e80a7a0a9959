using System.Text.Json;
using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>A request for the Jamba models: the conversation so far, and how to go on. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-jamba.html</remarks>
public sealed class JambaRequest
{
    /// <summary>The conversation so far, oldest first.</summary>
    /// <value>At least one message of the user or the model.</value>
    [JsonPropertyName("messages")]
    [JsonConverter(typeof(JambaListConverter<JambaMessage>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)] // Why: null would be left out silently; so it is refused.
    public required IList<JambaMessage> Messages { get; set; }

    /// <summary>How many answers to write.</summary>
    /// <value>1 to 16; 1 by default; must be 1 in streams; more than 1 needs a temperature above 0; omitted when null.</value>
    [JsonPropertyName("n")]
    [JsonConverter(typeof(CountConverter))]
    public int? N { get; set; }

    /// <summary>The most tokens to write.</summary>
    /// <value>0 to 4,096; 4,096 by default; omitted when null.</value>
    [JsonPropertyName("max_tokens")]
    [JsonConverter(typeof(CountConverter))]
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
    public JambaStop? Stop { get; set; }

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
    [JsonPropertyName("tools")]
    [JsonConverter(typeof(JambaListConverter<JambaTool>))]
    public IList<JambaTool>? Tools { get; set; }

    /// <summary>What the answer can use; Jamba 1.5.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("documents")]
    [JsonConverter(typeof(JambaListConverter<JambaDocument>))]
    public IList<JambaDocument>? Documents { get; set; }

    /// <summary>The form of the answer; Jamba 1.5.</summary>
    /// <value>Text by default; omitted when null.</value>
    [JsonPropertyName("response_format")]
    [JsonConverter(typeof(JambaObjectConverter<JambaResponseFormat>))]
    public JambaResponseFormat? ResponseFormat { get; set; }

    /// <summary>How a guardrail reads this body.</summary>
    /// <value>Only with a guardrail in the call's options; omitted when null.</value>
    [JsonPropertyName("amazon-bedrock-guardrailConfig")]
    [JsonConverter(typeof(JambaObjectConverter<BedrockGuardrailConfig>))]
    public BedrockGuardrailConfig? GuardrailConfig { get; set; }

    /// <summary>Members that this version does not know; sent as they are.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    /// <summary>A request with one question.</summary>
    /// <param name="prompt">The question.</param>
    /// <param name="maxTokens">The most tokens to write; null leaves it to the service.</param>
    /// <returns>The request.</returns>
    public static JambaRequest For(string prompt, int? maxTokens = null)
    {
        ArgumentNullException.ThrowIfNull(prompt);
        return new JambaRequest { Messages = [JambaMessage.User(prompt)], MaxTokens = maxTokens };
    }

    /// <summary>A copy that can be changed without changing this object. Bytes and JSON documents, which nobody changes in place, are shared.</summary>
    /// <returns>The copy.</returns>
    public JambaRequest Clone()
    {
        var copy = (JambaRequest)MemberwiseClone();
        copy.Messages = Messages.Copy(item => item.Clone())!;
        copy.Stop = Stop?.Clone();
        copy.Tools = Tools.Copy(item => item.Clone());
        copy.Documents = Documents.Copy(item => item.Clone());
        copy.ResponseFormat = ResponseFormat?.Clone();
        copy.GuardrailConfig = GuardrailConfig is null
            ? null
            : new BedrockGuardrailConfig { TagSuffix = GuardrailConfig.TagSuffix, AdditionalProperties = GuardrailConfig.AdditionalProperties.Copy() };
        copy.AdditionalProperties = AdditionalProperties.Copy();
        return copy;
    }
}
