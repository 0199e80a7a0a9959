using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>One chunk of a streamed answer: a closed set, with <see cref="ChatCompletionUnknownStreamEvent"/> for what this version does not know. Not thread safe while it is changed.</summary>
/// <remarks>
/// A <see cref="ChatCompletionChunkEvent"/> in every known stream; Palmyra's end with a <see cref="ChatCompletionDoneEvent"/>. Source:
/// https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-openai.html
/// </remarks>
[JsonConverter(typeof(ChatCompletionStreamEventConverter))]
public abstract class ChatCompletionStreamEvent : BedrockStreamEvent
{
    private protected ChatCompletionStreamEvent()
    {
    }

    /// <summary>The piece of the first answer's text that this event brings, as the model wrote it.</summary>
    /// <value>Null when the event brings no text. gpt-oss writes its reasoning first, in <c>&lt;reasoning&gt;</c> tags.</value>
    [JsonIgnore]
    public virtual string? Text => null;

    /// <summary>The piece of the first answer's reasoning that this event brings, where a model tells it apart.</summary>
    /// <value>Null when the event brings none.</value>
    [JsonIgnore]
    public virtual string? ReasoningText => null;
}
