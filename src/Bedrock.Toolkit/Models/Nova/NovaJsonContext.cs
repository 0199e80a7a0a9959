namespace Bedrock.Toolkit.Models;

/// <summary>How the Nova types are read and written.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, RespectNullableAnnotations = true, MaxDepth = RawJson.MaxDepth)]
[JsonSerializable(typeof(NovaRequest))]
[JsonSerializable(typeof(NovaResponse))]
[JsonSerializable(typeof(NovaStreamEvent))]
// What the member converters look up by type: the generator does not see through them.
[JsonSerializable(typeof(NovaRole))]
[JsonSerializable(typeof(NovaStopReason))]
[JsonSerializable(typeof(NovaImageFormat))]
[JsonSerializable(typeof(NovaVideoFormat))]
[JsonSerializable(typeof(NovaAudioFormat))]
[JsonSerializable(typeof(NovaDocumentFormat))]
[JsonSerializable(typeof(NovaToolResultStatus))]
[JsonSerializable(typeof(NovaReasoningType))]
[JsonSerializable(typeof(NovaReasoningEffort))]
[JsonSerializable(typeof(NovaGuardQualifier))]
[JsonSerializable(typeof(NovaCachePointType))]
[JsonSerializable(typeof(NovaTextBlock))]
[JsonSerializable(typeof(NovaImageBlock))]
[JsonSerializable(typeof(NovaVideoBlock))]
[JsonSerializable(typeof(NovaAudioBlock))]
[JsonSerializable(typeof(NovaDocumentBlock))]
[JsonSerializable(typeof(NovaToolUseBlock))]
[JsonSerializable(typeof(NovaToolResultBlock))]
[JsonSerializable(typeof(NovaJsonBlock))]
[JsonSerializable(typeof(NovaReasoningBlock))]
[JsonSerializable(typeof(NovaCachePointBlock))]
[JsonSerializable(typeof(NovaGuardContentBlock))]
[JsonSerializable(typeof(NovaTool))]
[JsonSerializable(typeof(NovaSystemTool))]
[JsonSerializable(typeof(NovaToolCachePoint))]
[JsonSerializable(typeof(NovaAutoToolChoice))]
[JsonSerializable(typeof(NovaAnyToolChoice))]
[JsonSerializable(typeof(NovaNamedToolChoice))]
[JsonSerializable(typeof(NovaTextDelta))]
[JsonSerializable(typeof(NovaToolUseDelta))]
[JsonSerializable(typeof(NovaReasoningContentDelta))]
[JsonSerializable(typeof(NovaToolResultDelta))]
[JsonSerializable(typeof(NovaMessageStartEvent))]
[JsonSerializable(typeof(NovaContentBlockStartEvent))]
[JsonSerializable(typeof(NovaContentBlockDeltaEvent))]
[JsonSerializable(typeof(NovaContentBlockStopEvent))]
[JsonSerializable(typeof(NovaMessageStopEvent))]
[JsonSerializable(typeof(NovaMetadataEvent))]
[JsonSerializable(typeof(string))]
internal sealed partial class NovaJsonContext : JsonSerializerContext;

/// <summary>Reads and writes a list member of a Nova type.</summary>
/// <typeparam name="T">The element.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class NovaListConverter<T>() : ListConverter<T>(NovaJsonContext.Default);

/// <summary>Reads and writes an object member of a Nova type.</summary>
/// <typeparam name="T">The member's type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class NovaObjectConverter<T>() : ObjectConverter<T>(NovaJsonContext.Default)
    where T : class;
