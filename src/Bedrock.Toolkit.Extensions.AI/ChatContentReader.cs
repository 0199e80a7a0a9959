using System.Text;
using System.Text.Json;
using Bedrock.Toolkit.Converse;
using Wire = Bedrock.Toolkit.Converse;

namespace Microsoft.Extensions.AI;

/// <summary>Reads the blocks of an answer. Used by one thread, for one answer.</summary>
internal sealed class ChatContentReader(string? answerTool)
{
    private const string Type = "Type";

    private bool _hasAnswer;
    private bool _hasCall;

    /// <summary>Whether the only call of the answer is the answer itself.</summary>
    public bool HasOnlyAnswer => _hasAnswer && !_hasCall;

    /// <summary>What kind of call or result it is, when the service made it.</summary>
    public static string? TypeOf(AIContent content) => content.AdditionalProperties?.GetValueOrDefault(Type) switch
    {
        string text => text,
        JsonElement { ValueKind: JsonValueKind.String } json => json.GetString(),
        _ => null,
    };

    /// <summary>Marks a call by how its answer ended: only those that may be run are left for whoever invokes functions.</summary>
    public void Mark(FunctionCallContent call, StopReason? stopReason)
    {
        if (call.RawRepresentation is not ToolUseContent { ToolUse: { } use })
        {
            return;
        }

        ToolCallState state = use.StateIn(stopReason);
        call.InformationalOnly = state != ToolCallState.Runnable;
        call.Exception = state is ToolCallState.Runnable or ToolCallState.OfService ? null
            : use.Input.ValueKind != JsonValueKind.Object ? new JsonException(Reason(ToolCallState.NoObject, stopReason))
            : new InvalidOperationException(Reason(state, stopReason));
        _hasCall |= !call.InformationalOnly;
    }

    /// <summary>The contents of a whole answer: what the model wrote beside the answer that was given a form is no part of it.</summary>
    public List<AIContent> ReadAll(IEnumerable<ContentBlock> blocks)
    {
        List<AIContent> contents = [];
        foreach (AIContent content in blocks.SelectMany(Read))
        {
            // The first answer counts.
            if (!IsAnswer(content) || !contents.Exists(IsAnswer))
            {
                contents.Add(content);
            }
        }

        return contents.Exists(IsAnswer)
            ? [.. contents.Where(content => IsAnswer(content) || content is not TextContent { Text: var text } || !string.IsNullOrWhiteSpace(text))
                .Select(Aside)]
            : contents;
    }

    private static bool IsAnswer(AIContent content) => content is TextContent { RawRepresentation: ToolUseContent };

    private static AIContent Aside(AIContent content) =>
        content is TextContent text && !IsAnswer(content) ? new TextReasoningContent(text.Text) { RawRepresentation = text.RawRepresentation } : content;

    public void NoteAnswer() => _hasAnswer = true;

    public IEnumerable<AIContent> Read(ContentBlock block) => block switch
    {
        Wire.TextBlock text => [new TextContent(text.Text) { RawRepresentation = block }],
        CitationsContent citations => [ChatCitations.Read(citations)],
        ReasoningContent reasoning => [ChatReasoning.Read(reasoning)],
        ToolUseContent { ToolUse: { } use } => [ReadCall(use, block)],
        Wire.ToolResultBlockContent { ToolResult: { } result } => [ReadResult(result, block)],
        ImageContent { Image: { } image } => [ReadImage(image, block)],
        DocumentContent { Document: { } document } => [ReadDocument(document, block)],
        VideoContent { Video: { } video } => [Media(ChatMediaTypes.Of(video.Format), (video.Source as VideoBytesSource)?.Bytes,
            (video.Source as VideoS3Source)?.S3Location, block)],
        AudioContent { Audio: { } sound } => [sound.Error is { } error ? Failed(error, block)
            : Media(ChatMediaTypes.Of(sound.Format), (sound.Source as AudioBytesSource)?.Bytes, (sound.Source as AudioS3Source)?.S3Location, block)],
        _ => [new AIContent { RawRepresentation = block }],
    };

    private AIContent ReadCall(ToolUseBlock use, ContentBlock block)
    {
        if (answerTool is not null && use.Name == answerTool)
        {
            _hasAnswer = true;
            string answer = use.Input.ValueKind == JsonValueKind.String ? use.Input.GetString()! : use.Input.GetRawText();
            return new TextContent(answer) { RawRepresentation = block };
        }

        var call = new FunctionCallContent(use.ToolUseId, use.Name) { RawRepresentation = block, InformationalOnly = true };
        if (use.Type is { } type)
        {
            (call.AdditionalProperties ??= [])[Type] = type.Value;
        }

        if (use.Input.ValueKind == JsonValueKind.Object)
        {
            var arguments = new Dictionary<string, object?>(StringComparer.Ordinal);
            foreach (JsonProperty member in use.Input.EnumerateObject())
            {
                arguments[member.Name] = member.Value.ValueKind == JsonValueKind.Null ? null : member.Value.Clone();
            }

            call.Arguments = arguments;
        }

        return call;
    }

    private static string Reason(ToolCallState state, StopReason? stopReason) => state switch
    {
        ToolCallState.NoObject => "The input of the call is no JSON object: the answer was cut, or the model wrote something else. The raw "
            + "representation has the text.",
        ToolCallState.Cut => $"The answer ended with {stopReason}: the call may lack its end, and is not to be run.",
        ToolCallState.Blocked => $"The answer was blocked ({stopReason}): its calls are not to be run.",
        ToolCallState.Malformed => $"The model wrote what the service could not read ({stopReason}): its calls are not to be run.",
        _ => $"The answer ended with {stopReason}, which this version does not know: its calls are not to be run.",
    };

    private FunctionResultContent ReadResult(ToolResultBlock result, ContentBlock block)
    {
        object? value = result.Content switch
        {
            [ToolResultText text] => text.Text,
            [ToolResultJson json] => json.Json,
            var parts => parts.SelectMany(part => part switch
            {
                ToolResultText text => [new TextContent(text.Text)],
                ToolResultImage { Image: { } image } => Read(image!),
                ToolResultDocument { Document: { } document } => Read(document!),
                ToolResultVideo { Video: { } video } => Read(video!),
                _ => (IEnumerable<AIContent>)[new AIContent { RawRepresentation = part }],
            }).ToList(),
        };
        var content = new FunctionResultContent(result.ToolUseId, value) { RawRepresentation = block };
        if (result.Type is { } type)
        {
            (content.AdditionalProperties ??= [])[Type] = type;
        }

        if (result.Status == ToolResultStatus.Error)
        {
            content.Exception = new InvalidOperationException("The tool of the service failed; the result tells why.");
        }

        return content;
    }

    private static AIContent ReadImage(ImageBlock image, ContentBlock block) => image.Error is { } error
        ? Failed(error, block)
        : Media(ChatMediaTypes.Of(image.Format), (image.Source as ImageBytesSource)?.Bytes, (image.Source as ImageS3Source)?.S3Location, block);

    private static AIContent ReadDocument(DocumentBlock document, ContentBlock block)
    {
        ReadOnlyMemory<byte>? bytes = document.Source switch
        {
            DocumentBytesSource source => source.Bytes,
            DocumentTextSource source => Encoding.UTF8.GetBytes(source.Text),
            _ => null,
        };
        AIContent content = Media(ChatMediaTypes.Of(document.Format), bytes, (document.Source as DocumentS3Source)?.S3Location, block);
        if (content is DataContent data)
        {
            data.Name = document.Name;
        }

        return content;
    }

    private static AIContent Media(string mediaType, ReadOnlyMemory<byte>? bytes, S3Location? s3, ContentBlock block)
    {
        if (bytes is { } own)
        {
            return new DataContent(own, mediaType) { RawRepresentation = block };
        }

        if (s3 is null || !Uri.TryCreate(s3.Uri, UriKind.Absolute, out Uri? uri))
        {
            return new AIContent { RawRepresentation = block };
        }

        return new UriContent(uri, mediaType)
        {
            RawRepresentation = block,
            AdditionalProperties = s3.BucketOwner is null ? null : new() { ["BucketOwner"] = s3.BucketOwner },
        };
    }

    private static ErrorContent Failed(ErrorBlock error, ContentBlock block) =>
        new(error.Message ?? "The service gave no reason.") { RawRepresentation = block };
}
