namespace Bedrock.Toolkit.Transport;

/// <summary>A connection that had served requests before was dead when the next one was written to it.</summary>
internal sealed class StaleConnectionException(Exception? cause) : IOException("The pooled connection was closed by the other side.", cause);
