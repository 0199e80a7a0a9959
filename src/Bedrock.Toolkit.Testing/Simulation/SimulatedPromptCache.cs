using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Testing.Engine;

namespace Bedrock.Toolkit.Testing.Simulation;

/// <summary>
/// The prompt cache of Converse: prefixes up to a cache point, kept for the point's life, which begins anew when it is read.
/// Source: https://docs.aws.amazon.com/bedrock/latest/userguide/prompt-caching.html
/// </summary>
internal static class SimulatedPromptCache
{
    private const string Name = "prompt cache";
    private const int LookBack = 20;
    private const int BytesOfToken = 4;

    /// <summary>What of a call's input came from the cache and went to it.</summary>
    public static SimulatedCacheUse Take(OperationCall call, JsonElement body, ConverseTurn turn)
    {
        int all = turn.InputTokens + turn.CachedTokens;
        string model = call.Route.ModelId!;
        int least = ModelRules.For(model).MinCachedTokens ?? 0;
        var cache = (ConcurrentDictionary<string, (DateTimeOffset Until, TimeSpan Life)>)call.State.GetOrAdd(
            Name, static _ => new ConcurrentDictionary<string, (DateTimeOffset, TimeSpan)>(StringComparer.Ordinal));
        DateTimeOffset now = call.Time.GetUtcNow();
        List<Step> steps = StepsOf(body);
        int read = 0, covered = 0;
        for (int i = 0; i < steps.Count; i++)
        {
            if (steps[i].Life is null || steps[i].Bytes / BytesOfToken < least)
            {
                continue;
            }

            covered = Math.Min(steps[i].Tokens, all - 1);
            for (int at = i; at >= 0 && at > i - LookBack; at--)
            {
                if (cache.TryGetValue(model + steps[at].Hash, out (DateTimeOffset Until, TimeSpan Life) kept) && kept.Until > now)
                {
                    cache[model + steps[at].Hash] = (now + kept.Life, kept.Life);
                    read = Math.Max(read, Math.Min(steps[at].Tokens, all - 1));
                    break;
                }
            }
        }

        foreach (Step step in steps.Where(step => step.Life is not null && step.Bytes / BytesOfToken >= least))
        {
            cache[model + step.Hash] = (now + step.Life!.Value, step.Life.Value);
        }

        return new SimulatedCacheUse(read, covered - read, all - covered);
    }

    private static List<Step> StepsOf(JsonElement body)
    {
        List<Step> steps = [];
        var text = new StringBuilder();
        int tokens = 0;
        if (body.TryGetProperty("toolConfig", out JsonElement config) && config.TryGetProperty("tools", out JsonElement tools))
        {
            AddAll(tools, string.Empty);
        }

        if (body.TryGetProperty("system", out JsonElement system))
        {
            AddAll(system, string.Empty);
        }

        if (body.TryGetProperty("messages", out JsonElement messages))
        {
            foreach (JsonElement message in messages.EnumerateArray())
            {
                AddAll(message.GetProperty("content"), message.GetProperty("role").GetString()!);
            }
        }

        return steps;

        void AddAll(JsonElement list, string role)
        {
            foreach (JsonElement part in list.EnumerateArray())
            {
                if (part.TryGetProperty("cachePoint", out JsonElement point))
                {
                    if (steps.Count > 0)
                    {
                        bool isHour = point.TryGetProperty("ttl", out JsonElement ttl) && ttl.ValueEquals("1h");
                        steps[^1] = steps[^1] with { Life = isHour ? TimeSpan.FromHours(1) : TimeSpan.FromMinutes(5) };
                    }

                    continue;
                }

                text.Append(role).Append(part.GetRawText());
                tokens += SimulatedText.Tokens(part);
                byte[] bytes = Encoding.UTF8.GetBytes(text.ToString());
                steps.Add(new Step(Convert.ToHexString(SHA256.HashData(bytes)), tokens, bytes.Length, null));
            }
        }
    }

    private sealed record Step(string Hash, int Tokens, int Bytes, TimeSpan? Life);
}

/// <summary>How the input of a call divides.</summary>
/// <param name="Read">Tokens from the cache.</param>
/// <param name="Written">Tokens to the cache.</param>
/// <param name="Uncached">All others.</param>
internal readonly record struct SimulatedCacheUse(int Read, int Written, int Uncached);
