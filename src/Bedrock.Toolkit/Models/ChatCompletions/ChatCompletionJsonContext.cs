using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>The generated metadata of the Chat Completions family.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(int))]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(BedrockGuardrailConfig))]
[JsonSerializable(typeof(BedrockInvocationMetrics))]
[JsonSerializable(typeof(ChatCompletionAudioPart))]
[JsonSerializable(typeof(ChatCompletionChoice))]
[JsonSerializable(typeof(ChatCompletionChunkChoice))]
[JsonSerializable(typeof(ChatCompletionChunkEvent))]
[JsonSerializable(typeof(ChatCompletionContent))]
[JsonSerializable(typeof(ChatCompletionContentPart))]
[JsonSerializable(typeof(ChatCompletionDelta))]
[JsonSerializable(typeof(ChatCompletionError))]
[JsonSerializable(typeof(ChatCompletionFile))]
[JsonSerializable(typeof(ChatCompletionFilePart))]
[JsonSerializable(typeof(ChatCompletionFunction))]
[JsonSerializable(typeof(ChatCompletionFunctionCall))]
[JsonSerializable(typeof(ChatCompletionFunctionName))]
[JsonSerializable(typeof(ChatCompletionImagePart))]
[JsonSerializable(typeof(ChatCompletionImageUrl))]
[JsonSerializable(typeof(ChatCompletionInputAudio))]
[JsonSerializable(typeof(ChatCompletionJsonSchema))]
[JsonSerializable(typeof(ChatCompletionLogprobs))]
[JsonSerializable(typeof(ChatCompletionMessage))]
[JsonSerializable(typeof(ChatCompletionPromptTokensDetails))]
[JsonSerializable(typeof(ChatCompletionReasoning))]
[JsonSerializable(typeof(ChatCompletionRefusalPart))]
[JsonSerializable(typeof(ChatCompletionRequest))]
[JsonSerializable(typeof(ChatCompletionResponse))]
[JsonSerializable(typeof(ChatCompletionResponseFormat))]
[JsonSerializable(typeof(ChatCompletionResponseMessage))]
[JsonSerializable(typeof(ChatCompletionStop))]
[JsonSerializable(typeof(ChatCompletionStreamEvent))]
[JsonSerializable(typeof(ChatCompletionStreamOptions))]
[JsonSerializable(typeof(ChatCompletionStructuredOutputs))]
[JsonSerializable(typeof(ChatCompletionTextPart))]
[JsonSerializable(typeof(ChatCompletionTokenLogprob))]
[JsonSerializable(typeof(ChatCompletionTokensDetails))]
[JsonSerializable(typeof(ChatCompletionTool))]
[JsonSerializable(typeof(ChatCompletionToolCall))]
[JsonSerializable(typeof(ChatCompletionToolChoice))]
[JsonSerializable(typeof(ChatCompletionToolChoiceFunction))]
[JsonSerializable(typeof(ChatCompletionTopLogprob))]
[JsonSerializable(typeof(ChatCompletionUsage))]
[JsonSerializable(typeof(ChatCompletionVideoPart))]
[JsonSerializable(typeof(ChatCompletionVideoUrl))]
[JsonSerializable(typeof(WriterCompletionChoice))]
[JsonSerializable(typeof(WriterCompletionChunkEvent))]
[JsonSerializable(typeof(WriterCompletionRequest))]
[JsonSerializable(typeof(WriterCompletionResponse))]
[JsonSerializable(typeof(WriterCompletionStreamEvent))]
internal sealed partial class ChatCompletionJsonContext : JsonSerializerContext;

/// <summary>Reads and writes a list member of a Chat Completions type. Thread safe.</summary>
/// <typeparam name="T">The element.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ChatCompletionListConverter<T>() : ListConverter<T>(ChatCompletionJsonContext.Default);

/// <summary>Reads and writes an object member of a Chat Completions type. Thread safe.</summary>
/// <typeparam name="T">The member's type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ChatCompletionObjectConverter<T>() : ObjectConverter<T>(ChatCompletionJsonContext.Default)
    where T : class;
