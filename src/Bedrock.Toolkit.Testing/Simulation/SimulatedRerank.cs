using System.Text.Json;

namespace Bedrock.Toolkit.Testing.Simulation;

/// <summary>
/// Cohere Rerank 3.5 and Amazon Rerank 1.0: a document scores by the share of the words of the question that it has, short words counting less.
/// Source: https://docs.aws.amazon.com/bedrock/latest/userguide/rerank-supported.html
/// </summary>
internal sealed class SimulatedRerank(string prefix, bool isCohere) : ISimulatedFamily
{
    private const int ShortWord = 3;
    private const double ShortWordWeight = 0.2;
    private const int StemLength = 5;

    public IReadOnlyList<string> Prefixes { get; } = [prefix];

    public SimulatedAnswer Invoke(SimulatedCall call)
    {
        JsonElement body = call.Body;
        BodyChecks.RefuseOthers(body, string.Empty, isCohere ? ["query", "documents", "top_n", "max_tokens_per_doc", "api_version"]
            : ["query", "documents", "top_n"]);
        string query = BodyChecks.RequiredText(body, "query");
        BodyChecks.Required(body, "documents");
        List<string> documents = BodyChecks.Texts(body, "documents");
        if (documents.Count == 0)
        {
            throw ServiceFailure.Malformed("#/documents: expected minimum item count: 1, found: 0");
        }

        if (isCohere)
        {
            BodyChecks.Required(body, "api_version");
            BodyChecks.Integer(body, "api_version", 2);
            BodyChecks.Integer(body, "max_tokens_per_doc", 1);
        }

        int most = BodyChecks.Integer(body, "top_n", 1) ?? documents.Count;
        byte[] answer = SimulatedJson.Object(writer => Write(writer, Scores(query, documents).Take(most)));
        return new SimulatedAnswer { Parts = [answer], InputTokens = SimulatedText.Tokens(query) + documents.Sum(SimulatedText.Tokens) };
    }

    private static IEnumerable<(int Index, double Score)> Scores(string query, List<string> documents)
    {
        Dictionary<string, double> wanted = [];
        foreach (string word in Words(query))
        {
            wanted[Stem(word)] = word.Length <= ShortWord ? ShortWordWeight : 1;
        }

        double all = Math.Max(wanted.Values.Sum(), ShortWordWeight);
        return documents
            .Select((document, index) =>
            {
                HashSet<string> words = [.. Words(document).Select(Stem)];
                double shared = wanted.Where(w => words.Contains(w.Key)).Sum(w => w.Value) / all;

                // Of two documents with the same words the shorter one says less beside the point.
                return (index, Math.Round((0.95 * shared) + (0.04 * shared / (1 + words.Count)) + 0.0001, 6));
            })
            .OrderByDescending(d => d.Item2)
            .ThenBy(d => d.index);
    }

    private static IEnumerable<string> Words(string text)
    {
        int start = -1;
        for (int i = 0; i <= text.Length; i++)
        {
            bool isWord = i < text.Length && char.IsLetterOrDigit(text[i]);
            if (isWord && start < 0)
            {
                start = i;
            }
            else if (!isWord && start >= 0)
            {
                yield return text[start..i].ToLowerInvariant();
                start = -1;
            }
        }
    }

    // leaves, leave, leaving: near enough for a simulation.
    private static string Stem(string word) => word.Length <= StemLength ? word.TrimEnd('s') : word[..StemLength];

    private static void Write(Utf8JsonWriter writer, IEnumerable<(int Index, double Score)> results)
    {
        writer.WriteStartArray("results");
        foreach ((int index, double score) in results)
        {
            writer.WriteStartObject();
            writer.WriteNumber("index", index);
            writer.WriteNumber("relevance_score", score);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
