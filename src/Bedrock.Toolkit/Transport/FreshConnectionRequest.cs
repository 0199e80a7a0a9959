namespace Bedrock.Toolkit.Transport;

/// <summary>A request that wants a connection of its own.</summary>
internal sealed class FreshConnectionRequest(HttpMethod method, Uri uri) : HttpRequestMessage(method, uri);
