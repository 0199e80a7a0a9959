using Bedrock.Toolkit.Models;

namespace Bedrock.Toolkit.Converse;

/// <summary>The part of the request check that looks at the conversation. Stateless and thread-safe.</summary>
internal static class ConverseMessageCheck
{
    private const string IdRule = " must have 1 to 64 letters, digits, underscores, hyphens, dots and colons.";

    /// <summary>The first fault, or null.</summary>
    public static string? FaultOf(IList<Message> messages)
    {
        HashSet<string>? names = null;
        for (int i = 0; i < messages.Count; i++)
        {
            if (FaultOf(messages[i], ref names) is { } fault)
            {
                return $"Messages[{i}]{fault}";
            }
        }

        return null;
    }

    /// <summary>The first fault, or null.</summary>
    public static string? FaultOfSystem(IList<SystemContentBlock>? system) =>
        FamilyChecks.FaultOfEach(system, "System", static block => block switch
        {
            null => " must not be null.",
            SystemTextContent text when string.IsNullOrWhiteSpace(text.Text) => ".Text must not be blank.",
            SystemGuardContent guard => FaultOf(guard.Content),
            SystemCachePointContent { CachePoint: null } => ".CachePoint must not be null.",
            _ => null,
        });

    private static string? FaultOf(Message? message, ref HashSet<string>? names)
    {
        switch (message)
        {
            case null:
                return " must not be null.";
            case { Role.Value: null }:
                return ".Role must be set.";
            case { Content.Count: 0 }:
                return ".Content must not be empty.";
        }

        // What the model wrote goes back only in a form that the service takes: Messages.Add(reply) gives it that form.
        bool isOwn = message.Role != ConversationRole.Assistant;
        bool hasDocument = false;
        bool hasText = false;
        for (int i = 0; i < message.Content.Count; i++)
        {
            ContentBlock? block = message.Content[i];
            hasDocument |= block is DocumentContent;
            hasText |= block is not DocumentContent and not CachePointContent;
            if (FaultOf(block, isOwn, ref names) is { } fault)
            {
                return $".Content[{i}]{fault}";
            }
        }

        // Beside other contents the service was seen to take one.
        if (message.Content.All(static block => block is CachePointContent || (block is TextBlock text && string.IsNullOrWhiteSpace(text.Text))))
        {
            return message.Content[0] is TextBlock ? ".Content[0].Text must not be blank." : ".Content has nothing but cache points.";
        }

        return hasDocument && !hasText && isOwn ? ".Content has a document and no text: the service wants a text block beside it." : null;
    }

    private static string? FaultOf(ContentBlock? block, bool isOwn, ref HashSet<string>? names) => block switch
    {
        null => " must not be null.",
        TextBlock { Text.Length: 0 } when isOwn => ".Text must not be empty.",
        TextBlock text when !isOwn
            && string.IsNullOrWhiteSpace(text.Text) => ".Text must not be blank: Messages.Add(reply) leaves out the blank texts of an answer.",
        UnknownContentBlock { Raw: { ValueKind: JsonValueKind.Object } raw } when !raw.EnumerateObject().MoveNext() => " must set one of its members.",
        ImageContent image => Prefixed(".Image", FaultOf(image.Image, isOwn)),
        DocumentContent document => Prefixed(".Document", FaultOf(document.Document, ref names)),
        VideoContent { Video: null } => ".Video must not be null.",
        VideoContent { Video: { } video } => Prefixed(".Video", video.Format.Value is null ? ".Format must be set." : FaultOf(video.Source)),
        AudioContent { Audio: null } => ".Audio must not be null.",
        AudioContent { Audio: { } audio } when isOwn => Prefixed(".Audio", audio.Format.Value is null ? ".Format must be set." : FaultOf(audio.Source)),
        ToolUseContent use => Prefixed(".ToolUse", FaultOf(use.ToolUse)),
        ToolResultBlockContent result => Prefixed(".ToolResult", FaultOf(result.ToolResult, ref names)),
        GuardContent guard => Prefixed(".Content", FaultOf(guard.Content)),
        CachePointContent { CachePoint: null } => ".CachePoint must not be null.",
        ReasoningContent { Reasoning: null } => ".Reasoning must not be null.",
        SearchResultContent result => Prefixed(".SearchResult", FaultOf(result.SearchResult)),
        _ => null,
    };

    private static string? Prefixed(string member, string? fault) => fault is null ? null : member + fault;

    private static string? FaultOf(ImageBlock? image, bool isOwn) => image switch
    {
        null => " must not be null.",
        { Error: not null } when !isOwn => null,
        { Format.Value: null } => ".Format must be set.",
        _ => image.Source switch
        {
            null => ".Source must not be null.",
            ImageBytesSource { Bytes.IsEmpty: true } => ".Source.Bytes must not be empty.",
            ImageS3Source s3 => FaultOf(s3.S3Location),
            _ => null,
        },
    };

    private static string? FaultOf(DocumentBlock? document, ref HashSet<string>? names)
    {
        switch (document)
        {
            case null:
                return " must not be null.";
            case { Name: var name } when !DocumentNames.IsValid(name):
                return $".Name must have 1 to {DocumentNames.MaxLength} letters, digits, single spaces, hyphens, parentheses and brackets: "
                    + "DocumentNames.Sanitise makes such a name.";
            case { Format: { Value: null } }:
                return ".Format has no value: use one of the named values or create it from a string.";
            case { Source: DocumentBytesSource or DocumentS3Source, Format: null }:
                return ".Format must be set when the source is bytes or S3.";
        }

        if (FaultOfSource(document.Source) is { } fault)
        {
            return fault;
        }

        return (names ??= new HashSet<string>(StringComparer.Ordinal)).Add(document.Name)
            ? null
            : ".Name is that of an earlier document: names must be different within a conversation (DocumentNames.Unique makes them so).";
    }

    private static string? FaultOfSource(DocumentSource? source) => source switch
    {
        null => ".Source must not be null.",
        DocumentBytesSource { Bytes.IsEmpty: true } => ".Source.Bytes must not be empty.",
        DocumentS3Source s3 => FaultOf(s3.S3Location),
        DocumentTextSource text when string.IsNullOrWhiteSpace(text.Text) => ".Source.Text must not be blank.",
        DocumentContentSource { Content.Count: 0 } => ".Source.Content must not be empty.",
        _ => null,
    };

    private static string? FaultOf(VideoSource? source) => source switch
    {
        null => ".Source must not be null.",
        VideoBytesSource { Bytes.IsEmpty: true } => ".Source.Bytes must not be empty.",
        VideoS3Source s3 => FaultOf(s3.S3Location),
        _ => null,
    };

    private static string? FaultOf(AudioSource? source) => source switch
    {
        null => ".Source must not be null.",
        AudioBytesSource { Bytes.IsEmpty: true } => ".Source.Bytes must not be empty.",
        AudioS3Source s3 => FaultOf(s3.S3Location),
        _ => null,
    };

    private static string? FaultOf(S3Location? location) => location switch
    {
        null => ".Source.S3Location must not be null.",
        { Uri: var uri } when !uri.StartsWith("s3://", StringComparison.Ordinal) => ".Source.S3Location.Uri must begin with s3://.",
        _ => null,
    };

    private static string? FaultOf(ToolUseBlock? use) => use switch
    {
        null => " must not be null.",
        { ToolUseId: var id } when string.IsNullOrWhiteSpace(id) => ".ToolUseId must not be blank.",
        { ToolUseId: var id } when !ConverseToolCheck.IsId(id) => ".ToolUseId" + IdRule,
        { Name: var name } when string.IsNullOrWhiteSpace(name) => ".Name must not be blank.",
        { Name: var name } when !ConverseToolCheck.IsName(
            name) => ".Name must have 1 to 64 letters, digits, underscores and hyphens; Messages.Add(reply) makes such a name of what a model wrote.",
        { Input.ValueKind: not JsonValueKind.Object } =>
            ".Input must be a JSON object; a call that a stream cut short has the raw text there, and Messages.Add(reply) sends {} for it.",
        _ => null,
    };

    private static string? FaultOf(ToolResultBlock? result, ref HashSet<string>? names)
    {
        switch (result)
        {
            case null:
                return " must not be null.";
            case { ToolUseId: var id } when string.IsNullOrWhiteSpace(id):
                return ".ToolUseId must not be blank.";
            case { ToolUseId: var id } when !ConverseToolCheck.IsId(id):
                return ".ToolUseId" + IdRule;
        }

        for (int i = 0; i < result.Content.Count; i++)
        {
            string? fault = result.Content[i] switch
            {
                null => " must not be null.",
                ToolResultJson { Json.ValueKind: not JsonValueKind.Object } => ".Json must be a JSON object: put the value into a member of one.",
                ToolResultImage image => Prefixed(".Image", FaultOf(image.Image, isOwn: true)),
                ToolResultDocument document => Prefixed(".Document", FaultOf(document.Document, ref names)),
                ToolResultVideo { Video: null } => ".Video must not be null.",
                ToolResultVideo { Video: { } video } => Prefixed(".Video", video.Format.Value is null ? ".Format must be set." : FaultOf(video.Source)),
                ToolResultSearchResult found => Prefixed(".SearchResult", FaultOf(found.SearchResult)),
                _ => null,
            };
            if (fault is not null)
            {
                return $".Content[{i}]{fault}";
            }
        }

        return null;
    }

    private static string? FaultOf(SearchResultBlock? result) => result switch
    {
        null => " must not be null.",
        { Source: var source } when string.IsNullOrWhiteSpace(source) => ".Source must not be blank.",
        { Title: var title } when string.IsNullOrWhiteSpace(title) => ".Title must not be blank.",
        { Content.Count: 0 } => ".Content must not be empty.",
        _ => null,
    };

    private static string? FaultOf(GuardrailConverseContentBlock? content) => content switch
    {
        null => " must not be null.",
        GuardrailConverseText { Text: null } => ".Text must not be null.",
        GuardrailConverseText { Text.Text: var text } when string.IsNullOrWhiteSpace(text) => ".Text.Text must not be blank.",
        GuardrailConverseImage { Image: null } => ".Image must not be null.",
        GuardrailConverseImage { Image.Source: GuardrailConverseImageBytes { Bytes.IsEmpty: true } } => ".Image.Source.Bytes must not be empty.",
        _ => null,
    };
}
