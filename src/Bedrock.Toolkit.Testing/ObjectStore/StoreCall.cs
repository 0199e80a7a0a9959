using Bedrock.Toolkit.Testing.Engine;

namespace Bedrock.Toolkit.Testing.ObjectStore;

/// <summary>A call of S3, addressed by its path.</summary>
internal sealed class StoreCall
{
    private const string Scope = "/s3/aws4_request";

    private readonly Dictionary<string, string> _query;

    public StoreCall(ReceivedRequest request)
    {
        Request = request;
        string path = Uri.UnescapeDataString(request.Path.TrimStart('/'));
        int slash = path.IndexOf('/', StringComparison.Ordinal);
        Bucket = slash < 0 ? path : path[..slash];
        Key = slash < 0 ? string.Empty : path[(slash + 1)..];
        _query = request.Query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(static pair => pair.Split('=', 2))
            .GroupBy(static pair => Uri.UnescapeDataString(pair[0]))
            .ToDictionary(static group => group.Key, static group => group.Last() is [_, var value] ? Uri.UnescapeDataString(value) : string.Empty);
        Operation = OperationOf();
    }

    public ReceivedRequest Request { get; }

    public string Bucket { get; }

    /// <summary>Empty for a call of the bucket.</summary>
    public string Key { get; }

    /// <summary>The API name; null when the simulated S3 does not have the operation.</summary>
    public string? Operation { get; }

    /// <summary>Whether a request is signed for S3.</summary>
    public static bool IsFor(ReceivedRequest request) => request.Header("Authorization")?.Contains(Scope, StringComparison.Ordinal) == true;

    public string? Query(string name) => _query.GetValueOrDefault(name);

    private bool Has(string name) => _query.ContainsKey(name);

    private string? OperationOf() => (Request.Method, Key.Length > 0) switch
    {
        ("PUT", false) when _query.Count == 0 => "CreateBucket",
        ("HEAD", false) => "HeadBucket",
        ("GET", false) when Query("list-type") == "2" => "ListObjectsV2",
        ("PUT", true) when Has("uploadId") => "UploadPart",
        ("POST", true) when Has("uploads") => "CreateMultipartUpload",
        ("POST", true) when Has("uploadId") => "CompleteMultipartUpload",
        ("DELETE", true) when Has("uploadId") => "AbortMultipartUpload",
        ("PUT", true) when Request.Header("x-amz-copy-source") is null => "PutObject",
        ("GET", true) => "GetObject",
        ("HEAD", true) => "HeadObject",
        ("DELETE", true) => "DeleteObject",
        _ => null,
    };
}
