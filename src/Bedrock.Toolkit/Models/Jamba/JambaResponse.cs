using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>What a Jamba model answers. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-jamba.html</remarks>
public sealed class JambaResponse : BedrockResponse
{
    /// <summary>The id of the answer.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("id")]
    public string? Id { get; set; }

    /// <summary>The answers.</summary>
    /// <value>Never null.</value>
    [JsonPropertyName("choices")]
    [JsonConverter(typeof(JambaListConverter<JambaChoice>))]
    [AllowNull]
    public IList<JambaChoice> Choices { get; set => field = value ?? []; } = [];

    /// <summary>The tokens of the call.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("usage")]
    [JsonConverter(typeof(JambaObjectConverter<JambaUsage>))]
    public JambaUsage? Usage { get; set; }

    /// <summary>What the vendor tells about the call; unconfirmed on Bedrock.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("meta")]
    [JsonConverter(typeof(JambaObjectConverter<JambaMeta>))]
    public JambaMeta? Meta { get; set; }

    /// <summary>The vendor's name of the model; unconfirmed on Bedrock.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("model")]
    public string? Model { get; set; }

    /// <summary>The text of the first answer.</summary>
    /// <value>Empty when there is none.</value>
    [JsonIgnore]
    public string Text => Choices.Count > 0 ? Choices[0].Message?.Content ?? string.Empty : string.Empty;

    /// <summary>Why the model stopped writing the first answer.</summary>
    /// <value>Null when there is none.</value>
    [JsonIgnore]
    public JambaFinishReason? StopReason => Choices.Count > 0 ? Choices[0].FinishReason : null;

    /// <summary>The first answer as a turn of the conversation, to be added to the next request.</summary>
    /// <returns>A copy of the message.</returns>
    public JambaMessage ToMessage()
    {
        JambaMessage message = Choices.Count > 0 && Choices[0].Message is { } answer ? answer.Clone() : new JambaMessage();
        message.Role ??= JambaRole.Assistant;
        return message;
    }

    /// <inheritdoc/>
    protected override TokenUsage? ReadUsage() => Usage is null ? null : new TokenUsage
    {
        InputTokens = Usage.PromptTokens,
        OutputTokens = Usage.CompletionTokens,
        TotalTokens = Usage.TotalTokens,
    };
}
