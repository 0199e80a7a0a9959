using System.Collections.Concurrent;
using System.Text.Json;
using Bedrock.Toolkit.Testing.Simulation;

namespace Bedrock.Toolkit.Testing.Doors;

/// <summary>Responses that are kept for later: to be read, deleted, or gone on with. Thread-safe.</summary>
/// <remarks>The oldest go when there are many; the service keeps them for 30 days.</remarks>
internal sealed class StoredResponses
{
    private const int MaxKept = 10_000;

    private readonly ConcurrentDictionary<string, StoredResponse> _byId = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _order = new();

    public void Keep(string id, StoredResponse response)
    {
        if (_byId.TryAdd(id, response))
        {
            _order.Enqueue(id);
        }
        else
        {
            _byId[id] = response;
        }

        while (_byId.Count > MaxKept && _order.TryDequeue(out string? oldest))
        {
            _byId.TryRemove(oldest, out _);
        }
    }

    /// <summary>A response by its id.</summary>
    /// <exception cref="ServiceFailure">There is none.</exception>
    public StoredResponse Get(string id) => _byId.GetValueOrDefault(id) ?? throw Missing(id);

    /// <summary>Forgets a response.</summary>
    /// <exception cref="ServiceFailure">There is none.</exception>
    public void Delete(string id)
    {
        if (!_byId.TryRemove(id, out _))
        {
            throw Missing(id);
        }
    }

    /// <summary>What was said up to the response that a request goes on from; null when it begins anew.</summary>
    /// <exception cref="ServiceFailure">That response was not stored.</exception>
    public byte[]? Before(JsonElement body) =>
        body.TryGetProperty("previous_response_id", out JsonElement id) && id.ValueKind == JsonValueKind.String ? Get(id.GetString()!).Items : null;

    private static ServiceFailure Missing(string id) => new(404, "ResourceNotFoundException", $"Response with id '{id}' not found.");
}

/// <summary>A response that is kept. Immutable.</summary>
/// <param name="Whole">Its JSON.</param>
/// <param name="Items">All items of the conversation up to it, its own included: a JSON array.</param>
internal sealed record StoredResponse(byte[] Whole, byte[] Items);
