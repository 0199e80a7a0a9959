using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>The generated metadata of Converse.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, RespectNullableAnnotations = true, MaxDepth = RawJson.MaxDepth)]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(ConverseRequest))]
[JsonSerializable(typeof(ConverseResponse))]
[JsonSerializable(typeof(ConverseStreamEvent))]
[JsonSerializable(typeof(MessageStartEvent))]
[JsonSerializable(typeof(ContentBlockStartEvent))]
[JsonSerializable(typeof(ContentBlockDeltaEvent))]
[JsonSerializable(typeof(ContentBlockStopEvent))]
[JsonSerializable(typeof(MessageStopEvent))]
[JsonSerializable(typeof(ConverseStreamMetadataEvent))]
[JsonSerializable(typeof(TextBlock))]
[JsonSerializable(typeof(ImageContent))]
[JsonSerializable(typeof(DocumentContent))]
[JsonSerializable(typeof(VideoContent))]
[JsonSerializable(typeof(AudioContent))]
[JsonSerializable(typeof(ToolUseContent))]
[JsonSerializable(typeof(ToolResultBlockContent))]
[JsonSerializable(typeof(GuardContent))]
[JsonSerializable(typeof(CachePointContent))]
[JsonSerializable(typeof(ReasoningContent))]
[JsonSerializable(typeof(CitationsContent))]
[JsonSerializable(typeof(SearchResultContent))]
[JsonSerializable(typeof(ToolAdditionContent))]
[JsonSerializable(typeof(ToolRemovalContent))]
[JsonSerializable(typeof(SystemTextContent))]
[JsonSerializable(typeof(SystemGuardContent))]
[JsonSerializable(typeof(SystemCachePointContent))]
[JsonSerializable(typeof(SpecifiedTool))]
[JsonSerializable(typeof(BuiltInTool))]
[JsonSerializable(typeof(ToolCachePoint))]
[JsonSerializable(typeof(ToolChoiceAuto))]
[JsonSerializable(typeof(ToolChoiceAny))]
[JsonSerializable(typeof(ToolChoiceTool))]
[JsonSerializable(typeof(JsonToolInputSchema))]
[JsonSerializable(typeof(TextPromptVariable))]
[JsonSerializable(typeof(JsonSchemaOutputStructure))]
[JsonSerializable(typeof(MessageOutput))]
[JsonSerializable(typeof(GuardrailConverseText))]
[JsonSerializable(typeof(GuardrailConverseImage))]
[JsonSerializable(typeof(GuardrailConverseImageBytes))]
[JsonSerializable(typeof(ImageBytesSource))]
[JsonSerializable(typeof(ImageS3Source))]
[JsonSerializable(typeof(DocumentBytesSource))]
[JsonSerializable(typeof(DocumentS3Source))]
[JsonSerializable(typeof(DocumentTextSource))]
[JsonSerializable(typeof(DocumentContentSource))]
[JsonSerializable(typeof(DocumentTextContent))]
[JsonSerializable(typeof(VideoBytesSource))]
[JsonSerializable(typeof(VideoS3Source))]
[JsonSerializable(typeof(AudioBytesSource))]
[JsonSerializable(typeof(AudioS3Source))]
[JsonSerializable(typeof(ReasoningTextContent))]
[JsonSerializable(typeof(RedactedReasoningContent))]
[JsonSerializable(typeof(CitationGeneratedText))]
[JsonSerializable(typeof(CitationSourceText))]
[JsonSerializable(typeof(WebCitationLocation))]
[JsonSerializable(typeof(DocumentCharCitationLocation))]
[JsonSerializable(typeof(DocumentPageCitationLocation))]
[JsonSerializable(typeof(DocumentChunkCitationLocation))]
[JsonSerializable(typeof(SearchResultCitationLocation))]
[JsonSerializable(typeof(ToolResultJson))]
[JsonSerializable(typeof(ToolResultText))]
[JsonSerializable(typeof(ToolResultImage))]
[JsonSerializable(typeof(ToolResultDocument))]
[JsonSerializable(typeof(ToolResultVideo))]
[JsonSerializable(typeof(ToolResultSearchResult))]
[JsonSerializable(typeof(ToolUseStart))]
[JsonSerializable(typeof(ToolResultStart))]
[JsonSerializable(typeof(ImageStart))]
[JsonSerializable(typeof(TextDelta))]
[JsonSerializable(typeof(ToolUseDelta))]
[JsonSerializable(typeof(ToolResultDelta))]
[JsonSerializable(typeof(ReasoningDelta))]
[JsonSerializable(typeof(CitationDelta))]
[JsonSerializable(typeof(ImageDelta))]
[JsonSerializable(typeof(ReasoningTextDelta))]
[JsonSerializable(typeof(RedactedReasoningDelta))]
[JsonSerializable(typeof(ReasoningSignatureDelta))]
[JsonSerializable(typeof(ToolResultTextDelta))]
[JsonSerializable(typeof(ToolResultJsonDelta))]
[JsonSerializable(typeof(GuardrailConverseContentQualifier))]
internal sealed partial class ConverseJsonContext : JsonSerializerContext;

/// <summary>Reads and writes a list member of a Converse type.</summary>
/// <typeparam name="T">The element.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ConverseListConverter<T>() : ListConverter<T>(ConverseJsonContext.Default);

/// <summary>Reads and writes a map member of a Converse type.</summary>
/// <typeparam name="T">The value of an entry.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ConverseMapConverter<T>() : MapConverter<T>(ConverseJsonContext.Default);

/// <summary>Reads and writes an object member of a Converse type.</summary>
/// <typeparam name="T">The member's type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ConverseObjectConverter<T>() : ObjectConverter<T>(ConverseJsonContext.Default)
    where T : class;
