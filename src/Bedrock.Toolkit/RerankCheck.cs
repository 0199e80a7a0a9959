namespace Bedrock.Toolkit;

/// <summary>Refuses what no rerank model takes.</summary>
internal static class RerankCheck
{
    public static void Require(string? query, IList<string> documents, int? topN)
    {
        if (string.IsNullOrWhiteSpace(query))
        {
            throw new ArgumentException("Query is blank; the model needs a question.", "request");
        }

        if (documents.Count == 0)
        {
            throw new ArgumentException("Documents is empty; the model needs at least one.", "request");
        }

        for (int i = 0; i < documents.Count; i++)
        {
            if (string.IsNullOrWhiteSpace(documents[i]))
            {
                throw new ArgumentException($"Documents[{i}] is blank; every document must be a text.", "request");
            }
        }

        if (topN < 1)
        {
            throw new ArgumentException($"TopN is {topN}; it must be 1 or more.", "request");
        }
    }
}
