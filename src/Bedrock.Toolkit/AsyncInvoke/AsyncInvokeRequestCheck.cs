namespace Bedrock.Toolkit.AsyncInvoke;

/// <summary>Refuses requests of asynchronous invocation that the service would surely refuse.</summary>
internal static class AsyncInvokeRequestCheck
{
    private const int MaxTokenCharacters = 256;
    private const int MaxModelIdCharacters = 256;
    private const int MaxUriCharacters = 1024;
    private const int MaxTags = 200;
    private const int MaxTagKeyCharacters = 128;
    private const int MaxTagValueCharacters = 256;
    private const int MaxResults = 1000;
    private const int AccountDigits = 12;

    public static void Check(StartAsyncInvokeRequest request)
    {
        Require(!string.IsNullOrWhiteSpace(request.ModelId) && request.ModelId.Length <= MaxModelIdCharacters,
            $"StartAsyncInvokeRequest.ModelId takes 1 to {MaxModelIdCharacters} characters.");
        Require(request.ModelInput.ValueKind != JsonValueKind.Undefined, "StartAsyncInvokeRequest.ModelInput is required: it has no JSON value.");
        Require(
            request.ClientRequestToken is null
                || (request.ClientRequestToken.Length is >= 1 and <= MaxTokenCharacters && request.ClientRequestToken.All(c => c is >= '!' and <= '~')),
            $"StartAsyncInvokeRequest.ClientRequestToken takes 1 to {MaxTokenCharacters} printable ASCII characters without blanks.");
        Require(request.OutputDataConfig is not null, "StartAsyncInvokeRequest.OutputDataConfig is required.");
        if (request.OutputDataConfig is AsyncInvokeS3Output { S3OutputDataConfig: var place })
        {
            Check(place);
        }

        Require(request.Tags is null || request.Tags.Count <= MaxTags,
            $"StartAsyncInvokeRequest.Tags takes at most {MaxTags} tags; it has {request.Tags?.Count}.");
        for (int i = 0; i < request.Tags?.Count; i++)
        {
            Require(
                request.Tags[i] is { Key.Length: >= 1 and <= MaxTagKeyCharacters, Value.Length: <= MaxTagValueCharacters },
                $"StartAsyncInvokeRequest.Tags[{i}] needs a key of 1 to {MaxTagKeyCharacters} and a value of at most {MaxTagValueCharacters} characters.");
        }
    }

    public static void Check(ListAsyncInvokesRequest request)
    {
        Require(request.MaxResults is null or (>= 1 and <= MaxResults),
            $"ListAsyncInvokesRequest.MaxResults takes 1 to {MaxResults}; it is {request.MaxResults}.");
        Require(request.NextToken is not "", "ListAsyncInvokesRequest.NextToken is empty: leave it null for the first page.");
    }

    private static void Check(AsyncInvokeS3OutputDataConfig? place)
    {
        const string Member = "StartAsyncInvokeRequest.OutputDataConfig.S3OutputDataConfig";
        Require(
            place?.S3Uri is { Length: <= MaxUriCharacters } uri && uri.StartsWith("s3://", StringComparison.Ordinal) && uri.Length > "s3://".Length,
            $"{Member}.S3Uri must begin with s3:// and have at most {MaxUriCharacters} characters.");
        Require(
            place!.BucketOwner is null || (place.BucketOwner.Length == AccountDigits && place.BucketOwner.All(char.IsAsciiDigit)),
            $"{Member}.BucketOwner must be an account of {AccountDigits} digits.");
    }

    private static void Require(bool condition, string message)
    {
        if (!condition)
        {
            throw new ArgumentException(message, "request");
        }
    }
}
