using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Bedrock.Toolkit.Testing.Engine;
using Bedrock.Toolkit.Testing.Simulation;

namespace Bedrock.Toolkit.Testing.ObjectStore;

/// <summary>Answers calls of S3 from a store.
/// Source: https://docs.aws.amazon.com/AmazonS3/latest/API/API_Operations_Amazon_Simple_Storage_Service.html</summary>
internal sealed class StoreOperations(SimulatedStore store, TimeProvider time)
{
    private const int MaxKeys = 1_000;
    private const string TagHeader = "ETag";
    private const string XmlType = "application/xml";

    private static readonly XNamespace Space = "http://s3.amazonaws.com/doc/2006-03-01/";

    /// <summary>Answers a call.</summary>
    /// <exception cref="ServiceFailure">The call is refused.</exception>
    public Answer Answer(StoreCall call) => call.Operation switch
    {
        "CreateBucket" => CreateBucket(call),
        "HeadBucket" => store.HasBucket(call.Bucket) ? Engine.Answer.Raw(200, XmlType, default) : throw NoBucket(),
        "ListObjectsV2" => List(call),
        "PutObject" => Put(call),
        "GetObject" => Get(call, hasBody: true),
        "HeadObject" => Get(call, hasBody: false),
        "DeleteObject" => Delete(call),
        "CreateMultipartUpload" => Xml(new XElement(Space + "InitiateMultipartUploadResult", Element("Bucket", call.Bucket), Element("Key", call.Key),
            Element("UploadId", store.Begin()))),
        "UploadPart" => UploadPart(call),
        "CompleteMultipartUpload" => Complete(call),
        "AbortMultipartUpload" => Abort(call),
        _ => throw new ServiceFailure(501, "NotImplemented", "The simulated S3 does not have this operation."),
    };

    /// <summary>An error in the form of S3.</summary>
    public static Answer Error(ServiceFailure failure, string method) => method == "HEAD"
        ? Engine.Answer.Raw(failure.StatusCode, XmlType, default)
        : Xml(new XElement("Error", new XElement("Code", failure.Code), new XElement("Message", failure.Message)), failure.StatusCode);

    private Answer CreateBucket(StoreCall call)
    {
        store.AddBucket(call.Bucket);
        return Engine.Answer.Raw(200, XmlType, default);
    }

    private Answer List(StoreCall call)
    {
        if (!store.HasBucket(call.Bucket))
        {
            throw NoBucket();
        }

        if (call.Query("delimiter") is { Length: > 0 })
        {
            throw new ServiceFailure(501, "NotImplemented", "The simulated S3 lists without a delimiter.");
        }

        string prefix = call.Query("prefix") ?? string.Empty;
        string after = call.Query("continuation-token") is { } token
            ? Encoding.UTF8.GetString(Convert.FromBase64String(token))
            : call.Query("start-after") ?? string.Empty;
        int most = int.TryParse(call.Query("max-keys"), NumberStyles.None, CultureInfo.InvariantCulture, out int given) ? Math.Min(given, MaxKeys) : MaxKeys;
        KeyValuePair<string, StoredObject>[] found =
            [.. store.List(call.Bucket, prefix).Where(pair => string.CompareOrdinal(pair.Key, after) > 0).Take(most + 1)];
        bool isCut = found.Length > most;
        KeyValuePair<string, StoredObject>[] page = found[..Math.Min(found.Length, most)];
        bool encodes = call.Query("encoding-type") == "url";
        return Xml(new XElement(Space + "ListBucketResult",
            Element("Name", call.Bucket),
            Element("Prefix", encodes ? Uri.EscapeDataString(prefix) : prefix),
            Element("KeyCount", page.Length),
            Element("MaxKeys", most),
            encodes ? Element("EncodingType", "url") : null,
            Element("IsTruncated", isCut ? "true" : "false"),
            isCut ? Element("NextContinuationToken", Convert.ToBase64String(Encoding.UTF8.GetBytes(page[^1].Key))) : null,
            page.Select(pair => new XElement(Space + "Contents",
                Element("Key", encodes ? Uri.EscapeDataString(pair.Key) : pair.Key),
                Element("LastModified", pair.Value.Modified.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture)),
                Element("ETag", pair.Value.Tag),
                Element("Size", pair.Value.Length),
                Element("StorageClass", "STANDARD")))));
    }

    private Answer Put(StoreCall call)
    {
        StoreBody body = StoreBody.Read(call.Request);
        var content = new StoredObject([body.Content], time.GetUtcNow());
        store.Put(call.Bucket, call.Key, content);
        return Tagged(content.Tag, body.Crc32);
    }

    private Answer Get(StoreCall call, bool hasBody)
    {
        StoredObject found = store.Find(call.Bucket, call.Key)
            ?? (store.HasBucket(call.Bucket) ? throw new ServiceFailure(404, "NoSuchKey", "The specified key does not exist.") : throw NoBucket());
        if (call.Request.Header("If-Match") is { } wanted && wanted != found.Tag)
        {
            throw new ServiceFailure(412, "PreconditionFailed", "At least one of the pre-conditions you specified did not hold.");
        }

        (long from, long length)? range = call.Request.Header("Range") is { } text ? RangeOf(text, found.Length) : null;
        (long start, long count) = range ?? (0, found.Length);
        var answer = new Answer
        {
            StatusCode = range is null ? 200 : 206,
            Body = hasBody ? found.Slice(start, count) : default,
            DeclaredLength = count,
        };
        answer.Add("Content-Type", "application/octet-stream");
        answer.Add(TagHeader, found.Tag);
        answer.Add("Accept-Ranges", "bytes");
        answer.Add("Last-Modified", found.Modified.ToString("R", CultureInfo.InvariantCulture));
        if (range is not null)
        {
            answer.Add("Content-Range", FormattableString.Invariant($"bytes {start}-{start + count - 1}/{found.Length}"));
        }

        return answer;
    }

    private Answer Delete(StoreCall call)
    {
        store.Remove(call.Bucket, call.Key);
        return Engine.Answer.Raw(204, XmlType, default);
    }

    private Answer UploadPart(StoreCall call)
    {
        if (!int.TryParse(call.Query("partNumber"), NumberStyles.None, CultureInfo.InvariantCulture, out int number) || number is < 1 or > 10_000)
        {
            throw new ServiceFailure(400, "InvalidArgument", "Part number must be an integer between 1 and 10000, inclusive.");
        }

        StoreBody body = StoreBody.Read(call.Request);
        store.AddPart(call.Query("uploadId")!, number, body.Content);
        return Tagged(new StoredObject([body.Content], time.GetUtcNow()).Tag, body.Crc32);
    }

    private Answer Complete(StoreCall call)
    {
        int[] numbers;
        try
        {
            XElement root = XElement.Parse(Encoding.UTF8.GetString(StoreBody.Read(call.Request).Content.Span));
            numbers = [.. root.Descendants().Where(static e => e.Name.LocalName == "PartNumber").Select(static e => (int)e)];
        }
        catch (Exception e) when (e is XmlException or FormatException)
        {
            throw new ServiceFailure(400, "MalformedXML", "The XML you provided was not well-formed.");
        }

        StoredObject made = store.Complete(call.Bucket, call.Key, call.Query("uploadId")!, numbers, time.GetUtcNow());
        return Xml(new XElement(Space + "CompleteMultipartUploadResult", Element("Bucket", call.Bucket), Element("Key", call.Key), Element("ETag", made.Tag)));
    }

    private Answer Abort(StoreCall call)
    {
        store.Abort(call.Query("uploadId")!);
        return Engine.Answer.Raw(204, XmlType, default);
    }

    private static (long From, long Length) RangeOf(string header, long length)
    {
        string[] ends = header.StartsWith("bytes=", StringComparison.Ordinal) ? header["bytes=".Length..].Split('-') : [];
        long from = -1;
        long to = length - 1;
        bool isGood = ends.Length == 2 && (ends[0].Length == 0 || long.TryParse(ends[0], NumberStyles.None, CultureInfo.InvariantCulture, out from));
        if (isGood && ends[1].Length > 0)
        {
            isGood = long.TryParse(ends[1], NumberStyles.None, CultureInfo.InvariantCulture, out long last);
            (from, to) = ends[0].Length == 0 ? (Math.Max(0, length - last), length - 1) : (from, Math.Min(last, length - 1));
        }

        return isGood && from >= 0 && from <= to
            ? (from, to - from + 1)
            : throw new ServiceFailure(416, "InvalidRange", "The requested range is not satisfiable");
    }

    private static Answer Tagged(string tag, string? checksum)
    {
        Answer answer = Engine.Answer.Raw(200, XmlType, default);
        answer.Add(TagHeader, tag);
        if (checksum is not null)
        {
            answer.Add(StoreBody.ChecksumHeader, checksum);
        }

        return answer;
    }

    private static XElement Element(string name, object value) => new(Space + name, value);

    private static Answer Xml(XElement root, int status = 200) => Engine.Answer.Raw(
        status, XmlType, Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + root.ToString(SaveOptions.DisableFormatting)));

    private static ServiceFailure NoBucket() => new(404, "NoSuchBucket", "The specified bucket does not exist.");
}
