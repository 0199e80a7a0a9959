using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Audio; Voxtral. The form on Bedrock is presumed from the vendor's schema. Not thread safe while it is changed.</summary>
public sealed class ChatCompletionAudioPart : ChatCompletionContentPart
{
    /// <summary>Audio without a source.</summary>
    public ChatCompletionAudioPart()
    {
    }

    /// <summary>Audio from its bytes.</summary>
    /// <param name="data">The bytes of the file, not base64.</param>
    /// <param name="format">Such as <c>wav</c> or <c>mp3</c>.</param>
    public ChatCompletionAudioPart(ReadOnlyMemory<byte> data, string format) =>
        InputAudio = new ChatCompletionInputAudio { Data = data, Format = format };

    /// <inheritdoc/>
    [JsonPropertyName("type")]
    [JsonPropertyOrder(-1)]
    public override string Type => "input_audio";

    /// <summary>The audio.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("input_audio")]
    [JsonConverter(typeof(ChatCompletionObjectConverter<ChatCompletionInputAudio>))]
    public ChatCompletionInputAudio? InputAudio { get; set; }

    private protected override void Detach() => InputAudio = InputAudio?.Clone();
}
