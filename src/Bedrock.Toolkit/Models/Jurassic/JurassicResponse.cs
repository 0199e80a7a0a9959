using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>What a Jurassic-2 model answers. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-jurassic2.html</remarks>
public sealed class JurassicResponse : BedrockResponse
{
    /// <summary>The id of the answer.</summary>
    /// <value>A number on Bedrock (1234 in all recorded answers), a text at the vendor; omitted when null.</value>
    [JsonPropertyName("id")]
    public JsonElement? Id { get; set; }

    /// <summary>The prompt with its tokens.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("prompt")]
    [JsonConverter(typeof(JurassicObjectConverter<JurassicText>))]
    public JurassicText? Prompt { get; set; }

    /// <summary>The answers.</summary>
    /// <value>Never null.</value>
    [JsonPropertyName("completions")]
    [JsonConverter(typeof(JurassicListConverter<JurassicCompletion>))]
    [AllowNull]
    public IList<JurassicCompletion> Completions { get; set => field = value ?? []; } = [];

    /// <summary>The text of the first answer.</summary>
    /// <value>Empty when there is none.</value>
    [JsonIgnore]
    public string Text => Completions.Count > 0 ? Completions[0].Data?.Text ?? string.Empty : string.Empty;

    /// <summary>Why the model stopped writing the first answer.</summary>
    /// <value>Null when there is none.</value>
    [JsonIgnore]
    public JurassicFinishReasonKind? StopReason => Completions.Count > 0 ? Completions[0].FinishReason?.Reason : null;
}
