using System.Text.Json;
using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>One answer of a Command model. Not thread safe while it is changed.</summary>
public sealed class CommandGeneration
{
    /// <summary>The id of the answer.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("id")]
    public string? Id { get; set; }

    /// <summary>The answer.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("text")]
    public string? Text { get; set; }

    /// <summary>Why the model stopped.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("finish_reason")]
    public CommandFinishReason? FinishReason { get; set; }

    /// <summary>The mean of the tokens' likelihoods.</summary>
    /// <value>Only when asked for; omitted when null.</value>
    [JsonPropertyName("likelihood")]
    public double? Likelihood { get; set; }

    /// <summary>The likelihood of every token.</summary>
    /// <value>Only when asked for; omitted when null.</value>
    [JsonPropertyName("token_likelihoods")]
    [JsonConverter(typeof(CommandListConverter<CommandTokenLikelihood>))]
    public IList<CommandTokenLikelihood>? TokenLikelihoods { get; set; }

    /// <summary>Which answer it is.</summary>
    /// <value>In streams with several answers; omitted when null.</value>
    [JsonPropertyName("index")]
    [JsonConverter(typeof(CountConverter))]
    public int? Index { get; set; }

    /// <summary>Whether it is complete.</summary>
    /// <value>In streams; omitted when null.</value>
    [JsonPropertyName("is_finished")]
    public bool? IsFinished { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
