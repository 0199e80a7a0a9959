using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>One chunk of a streamed answer; a last one holds only the metrics of the call. Not thread safe while it is changed.</summary>
public sealed class JambaStreamEvent : BedrockStreamEvent
{
    /// <summary>The id of the answer.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("id")]
    public string? Id { get; set; }

    /// <summary>What the chunk says of each answer.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("choices")]
    [JsonConverter(typeof(JambaListConverter<JambaStreamChoice>))]
    public IList<JambaStreamChoice>? Choices { get; set; }

    /// <summary>The tokens of the call.</summary>
    /// <value>With the last piece; omitted when null.</value>
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

    /// <summary>The next piece of the first answer, for writing it out.</summary>
    /// <value>Empty when the chunk brings no text.</value>
    [JsonIgnore]
    public string Text => Choices is [{ Delta.Content: { } content }, ..] ? content : string.Empty;
}
