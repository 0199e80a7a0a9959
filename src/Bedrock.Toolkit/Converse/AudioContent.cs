using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>A sound of a message. Not thread safe while it is changed.</summary>
public sealed class AudioContent : ContentBlock
{
    /// <summary>One without content.</summary>
    public AudioContent()
    {
    }

    /// <summary>A sound of a message.</summary>
    /// <param name="audio">The sound.</param>
    public AudioContent(AudioBlock audio) => Audio = audio;

    /// <summary>The sound.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("audio")]
    [JsonConverter(typeof(ConverseObjectConverter<AudioBlock>))]
    public AudioBlock? Audio { get; set; }

    private protected override void Detach() => Audio = Audio?.Clone();
}
