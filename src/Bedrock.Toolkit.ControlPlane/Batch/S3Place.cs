namespace Bedrock.Toolkit.ControlPlane.Batch;

/// <summary>A folder in S3.</summary>
/// <param name="Bucket">The bucket.</param>
/// <param name="Prefix">What keys begin with; empty, or with a slash at its end.</param>
internal readonly record struct S3Place(string Bucket, string Prefix)
{
    private const string Scheme = "s3://";

    /// <summary>As the service takes it.</summary>
    public string Uri => $"{Scheme}{Bucket}/{Prefix}";

    /// <summary>Reads the address of a folder.</summary>
    /// <exception cref="ArgumentException">It is none.</exception>
    public static S3Place Parse(string? uri, string member)
    {
        if (uri is null || !uri.StartsWith(Scheme, StringComparison.Ordinal) || !uri.EndsWith('/'))
        {
            throw Wrong(member);
        }

        string rest = uri[Scheme.Length..];
        int slash = rest.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 && !rest.Contains("//", StringComparison.Ordinal) ? new S3Place(rest[..slash], rest[(slash + 1)..]) : throw Wrong(member);
    }

    /// <summary>Reads the output folder of a job, which may lack the slash at its end.</summary>
    /// <exception cref="ArgumentException">It is none.</exception>
    public static S3Place ParseOutput(string? uri, string member)
    {
        string rest = uri?.StartsWith(Scheme, StringComparison.Ordinal) == true ? uri[Scheme.Length..] : string.Empty;
        int slash = rest.IndexOf('/', StringComparison.Ordinal);
        string bucket = slash < 0 ? rest : rest[..slash];
        return bucket.Length > 0
            ? new S3Place(bucket, slash < 0 ? string.Empty : rest[(slash + 1)..])
            : throw new ArgumentException($"{member} is no address of S3.", member);
    }

    public S3Place Below(string folder) => new(Bucket, $"{Prefix}{folder}/");

    private static ArgumentException Wrong(string member) =>
        new($"{nameof(BatchInferenceOptions)}.{member} takes an address of the form s3://bucket/prefix/, with a slash at its end.", "options");
}
