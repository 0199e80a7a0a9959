using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Bedrock.Toolkit.ControlPlane;

/// <summary>Sees which models are called, and warns once of each that is being retired. The calls do not wait for it, and never fail by it.
/// Thread-safe.</summary>
internal sealed partial class EndingModelHandler(Func<ModelCatalogue> catalogue, TimeSpan within, TimeProvider time, ILogger logger) : DelegatingHandler
{
    private const string Prefix = "/model/";

    private readonly ConcurrentDictionary<string, bool> _seen = new(StringComparer.Ordinal);

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.RequestUri?.AbsolutePath is { } path && path.StartsWith(Prefix, StringComparison.Ordinal)
            && path.IndexOf('/', Prefix.Length) is > 0 and var end && _seen.TryAdd(path[Prefix.Length..end], true))
        {
            _ = LookUpAsync(Uri.UnescapeDataString(path[Prefix.Length..end]));
        }

        return base.SendAsync(request, cancellationToken);
    }

    private async Task LookUpAsync(string id)
    {
        try
        {
            if (await catalogue().FindModelAsync(new ModelId(id)).ConfigureAwait(false) is not { } model)
            {
                return;
            }

            if (model.EndOfLife is { } end && (model.IsLegacy || model.EndsWithin(time.GetUtcNow(), within)))
            {
                EndsAt(logger, id, end);
            }
            else if (model.IsLegacy)
            {
                IsLegacy(logger, id);
            }
        }
        catch (Exception e) when (e is BedrockException or ArgumentException or ObjectDisposedException or OperationCanceledException)
        {
            // Without the right to list models, or without a connection, nobody is warned.
            NotFound(logger, id, e.GetType().Name);
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "{ModelId} is being retired: calls fail from {EndOfLife:yyyy-MM-dd} on")]
    private static partial void EndsAt(ILogger logger, string modelId, DateTimeOffset endOfLife);

    [LoggerMessage(2, LogLevel.Warning, "{ModelId} is legacy: its end of life is not told yet")]
    private static partial void IsLegacy(ILogger logger, string modelId);

    [LoggerMessage(3, LogLevel.Debug, "Whether {ModelId} is being retired could not be asked: {Failure}")]
    private static partial void NotFound(ILogger logger, string modelId, string failure);
}
