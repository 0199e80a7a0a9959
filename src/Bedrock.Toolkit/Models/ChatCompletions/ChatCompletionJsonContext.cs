namespace Bedrock.Toolkit.Models;

/// <summary>The generated metadata of the Chat Completions family.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(int))]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(ChatCompletionAudioPart))]
[JsonSerializable(typeof(ChatCompletionChunkEvent))]
[JsonSerializable(typeof(ChatCompletionContentPart))]
[JsonSerializable(typeof(ChatCompletionFilePart))]
[JsonSerializable(typeof(ChatCompletionImagePart))]
[JsonSerializable(typeof(ChatCompletionRefusalPart))]
[JsonSerializable(typeof(ChatCompletionRequest))]
[JsonSerializable(typeof(ChatCompletionResponse))]
[JsonSerializable(typeof(ChatCompletionStreamEvent))]
[JsonSerializable(typeof(ChatCompletionTextPart))]
[JsonSerializable(typeof(ChatCompletionToolChoiceFunction))]
[JsonSerializable(typeof(ChatCompletionVideoPart))]
[JsonSerializable(typeof(JambaRequest))]
[JsonSerializable(typeof(WriterCompletionChunkEvent))]
[JsonSerializable(typeof(WriterCompletionRequest))]
[JsonSerializable(typeof(WriterCompletionResponse))]
[JsonSerializable(typeof(WriterCompletionStreamEvent))]
internal sealed partial class ChatCompletionJsonContext : JsonSerializerContext;

/// <summary>Reads and writes a list member of a Chat Completions type.</summary>
/// <typeparam name="T">The element.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ChatCompletionListConverter<T>() : ListConverter<T>(ChatCompletionJsonContext.Default);

/// <summary>Reads and writes an object member of a Chat Completions type.</summary>
/// <typeparam name="T">The member's type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ChatCompletionObjectConverter<T>() : ObjectConverter<T>(ChatCompletionJsonContext.Default)
    where T : class;
