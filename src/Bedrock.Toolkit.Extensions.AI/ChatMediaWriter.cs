using System.Text.Json;
using Bedrock.Toolkit.Converse;
using Wire = Bedrock.Toolkit.Converse;

namespace Microsoft.Extensions.AI;

/// <summary>Writes images, documents, videos and sounds. Used by one thread, for one request, because the names of documents must differ in it.</summary>
internal sealed class ChatMediaWriter(ConverseRequest request)
{
    private readonly HashSet<string> _names =
        [.. request.Messages.SelectMany(message => message.Content).OfType<DocumentContent>().Select(d => d.Document?.Name ?? string.Empty)];

    /// <summary>Why a content cannot be sent, as a sentence; null when it can.</summary>
    public static string? FaultOf(AIContent content, string where) => content switch
    {
        UriContent { Uri.Scheme: not ("data" or "s3") } uri =>
            $"{where}.Uri begins with {uri.Uri.Scheme}:, but Bedrock fetches nothing from the web: give an s3:// address, or the bytes as a DataContent.",
        _ when !IsKnown(TypeOf(content)) =>
            $"{where}.MediaType is '{TypeOf(content)}', which is no image, document, video or sound that Converse takes. A format that it has no "
                + "media type for goes as new AIContent { RawRepresentation = block }.",
        _ => null,
    };

    public static string TypeOf(AIContent content) => content switch
    {
        DataContent data => data.MediaType,
        UriContent uri => uri.MediaType,
        _ => throw new ArgumentException("No media.", nameof(content)),
    };

    /// <summary>Writes a content without a fault.</summary>
    public ContentBlock Write(AIContent content, string where) => content switch
    {
        DataContent data => Write(data.MediaType, where, data, data.Name, data.Data, null),
        UriContent { Uri.Scheme: "data" } uri => Write(new DataContent(uri.Uri, uri.MediaType) { AdditionalProperties = uri.AdditionalProperties }, where),
        UriContent uri => Write(
            uri.MediaType, where, uri, Path.GetFileNameWithoutExtension(uri.Uri.AbsolutePath), default,
                new S3Location { Uri = uri.Uri.OriginalString, BucketOwner = Text(uri, "BucketOwner") }),
        _ => throw new ArgumentException("No media.", nameof(content)),
    };

    private static bool IsKnown(string mediaType) => ChatMediaTypes.Image(mediaType) is not null || ChatMediaTypes.Video(mediaType) is not null
        || ChatMediaTypes.Sound(mediaType) is not null || ChatMediaTypes.Document(mediaType) is not null;

    private ContentBlock Write(string mediaType, string where, AIContent content, string? name, ReadOnlyMemory<byte> bytes, S3Location? s3)
    {
        if (ChatMediaTypes.Image(mediaType) is { } image)
        {
            return new ImageBlock { Format = image, Source = s3 is null ? new ImageBytesSource(bytes) : new ImageS3Source(s3) };
        }

        if (ChatMediaTypes.Video(mediaType) is { } video)
        {
            return new VideoBlock { Format = video, Source = s3 is null ? new VideoBytesSource(bytes) : new VideoS3Source(s3) };
        }

        if (ChatMediaTypes.Sound(mediaType) is { } sound)
        {
            return new AudioBlock { Format = sound, Source = s3 is null ? new AudioBytesSource(bytes) : new AudioS3Source(s3) };
        }

        DocumentFormat format = ChatMediaTypes.Document(mediaType) ?? throw new NotSupportedException(FaultOf(content, where));
        string unique = DocumentNames.Unique(Path.GetExtension(name) is { Length: > 0 } ? Path.GetFileNameWithoutExtension(name) : name, _names);
        _names.Add(unique);
        return new DocumentBlock
        {
            Format = format,
            Name = unique,
            Source = s3 is null ? new DocumentBytesSource(bytes) : new DocumentS3Source(s3),
            Context = Text(content, "Context"),
            Citations = IsTrue(content, "Citations") ? new CitationsConfig { Enabled = true } : null,
        };
    }

    private static string? Text(AIContent content, string property) => content.AdditionalProperties?.GetValueOrDefault(property) switch
    {
        string text => text,
        JsonElement { ValueKind: JsonValueKind.String } json => json.GetString(),
        _ => null,
    };

    private static bool IsTrue(AIContent content, string property) => content.AdditionalProperties?.GetValueOrDefault(property) switch
    {
        true or JsonElement { ValueKind: JsonValueKind.True } => true,
        CitationsConfig config => config.Enabled,
        _ => false,
    };
}
