using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>What a Command model answers. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-cohere-command.html</remarks>
public sealed class CommandResponse : BedrockResponse
{
    /// <summary>The id of the answer.</summary>
    /// <value>The request id in recorded answers; omitted when null.</value>
    [JsonPropertyName("id")]
    public string? Id { get; set; }

    /// <summary>The prompt.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("prompt")]
    public string? Prompt { get; set; }

    /// <summary>The answers.</summary>
    /// <value>Never null.</value>
    [JsonPropertyName("generations")]
    [JsonConverter(typeof(CommandListConverter<CommandGeneration>))]
    [AllowNull]
    public IList<CommandGeneration> Generations { get; set => field = value ?? []; } = [];

    /// <summary>The text of the first answer.</summary>
    /// <value>Empty when there is none.</value>
    [JsonIgnore]
    public string Text => Generations.Count > 0 ? Generations[0].Text ?? string.Empty : string.Empty;

    /// <summary>Why the model stopped writing the first answer.</summary>
    /// <value>Null when there is none.</value>
    [JsonIgnore]
    public CommandFinishReason? StopReason => Generations.Count > 0 ? Generations[0].FinishReason : null;
}
