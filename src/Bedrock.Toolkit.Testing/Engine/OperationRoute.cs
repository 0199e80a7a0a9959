namespace Bedrock.Toolkit.Testing.Engine;

/// <summary>Which operation a request is for.</summary>
/// <param name="Operation">The API name; null when no operation has this method and path.</param>
/// <param name="ModelId">The model id, decoded once; null when the path names none.</param>
internal readonly record struct OperationRoute(string? Operation, string? ModelId)
{
    public const string InvokeModel = "InvokeModel";
    public const string InvokeModelWithResponseStream = "InvokeModelWithResponseStream";

    public bool IsStreaming => Operation == InvokeModelWithResponseStream;

    public static OperationRoute Parse(string method, string path)
    {
        string[] segments = path.Split('/');
        if (method != "POST" || segments is not ["", "model", { Length: > 0 } encodedId, var verb])
        {
            return default;
        }

        string? operation = verb switch
        {
            "invoke" => InvokeModel,
            "invoke-with-response-stream" => InvokeModelWithResponseStream,
            _ => null,
        };
        return operation is null ? default : new OperationRoute(operation, Uri.UnescapeDataString(encodedId));
    }
}
