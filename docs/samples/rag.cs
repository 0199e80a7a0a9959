#!/usr/bin/env dotnet
#:project ../../src/Bedrock.Toolkit
#:project ../../src/Bedrock.Toolkit.Testing
#:package DuckDB.NET.Data.Full
#:package PdfPig
#:property PublishAot=false

// Questions over a folder of Markdown, text and PDF without a service for it: chunk, embed, store in DuckDB, retrieve, rerank, answer by quoting with the
// place in the source, and refuse where the sources do not say. Only files that have changed are embedded again.
//   dotnet run docs/samples/rag.cs                                     50 fixed questions over the sample's own folder; prints recall@5
//   dotnet run docs/samples/rag.cs -- --keep <folder>                  keeps folder and database; the second run embeds nothing again
//   dotnet run docs/samples/rag.cs -- --folder <folder> "Question?"    your own files
//   dotnet run docs/samples/rag.cs -- --aws                            against AWS, with the Region and credentials of the normal AWS chain
//   dotnet run docs/samples/rag.cs -- --break                          answers whatever the score, so that the check fails (exit code 2)
// The simulated vectors and scores know words, not meanings: how questions in other words fare can only be seen with --aws.
using System.Globalization;
using System.Security.Cryptography;
using Bedrock.Toolkit;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Testing;
using DuckDB.NET.Data;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

string? Given(string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
string? own = Given("--folder");
string? keep = Given("--keep");
string work = keep ?? Directory.CreateTempSubdirectory("rag-").FullName;
string folder = own ?? Path.Combine(work, "sources");
string[] asked = [.. args.Where(a => a.EndsWith('?'))];

await using BedrockServer? server = args.Contains("--aws") ? null : await BedrockServer.StartAsync();
using BedrockClient bedrock = server?.CreateClient() ?? new BedrockClient();
try
{
    if (own is null && !Directory.Exists(folder))
    {
        Harbours.Write(folder);
    }

    using var pipeline = new RagPipeline(bedrock, Path.Combine(work, "rag.duckdb"), leastScore: args.Contains("--break") ? 0 : 0.45);
    Console.WriteLine($"ingest: {await pipeline.IngestAsync(folder)}");
    string[] faults = own is null && asked.Length == 0 ? await MeasureAsync(pipeline) : [];

    foreach (string question in asked.Length > 0 ? asked : own is null ? ["What does a berth at Holm cost?", "Who discovered radium?"] : Array.Empty<string>())
    {
        RagAnswer answer = await pipeline.AskAsync(question);
        Console.WriteLine($"{question} -> {answer.Text}");
        foreach (RagCitation citation in answer.Citations)
        {
            Console.WriteLine($"  [{citation.Number}] {citation.File}, line {citation.Line}");
        }
    }

    if (faults.Length > 0)
    {
        Console.Error.WriteLine($"quality check failed: {string.Join("; ", faults)}");
        return 2;
    }

    return 0;
}
finally
{
    if (keep is null)
    {
        Directory.Delete(work, recursive: true);
    }
}

// How often the passage that has the answer is among the first five, whether what is cited stands where the citation says, and whether the rest is refused.
static async Task<string[]> MeasureAsync(RagPipeline pipeline)
{
    const double LeastRecall = 0.9;
    const double LeastRefused = 0.8;
    int answerable = 0;
    int found = 0;
    int cited = 0;
    int refused = 0;
    foreach ((string question, string? place) in Harbours.Questions())
    {
        RagAnswer answer = await pipeline.AskAsync(question);
        if (place is null)
        {
            refused += answer.IsRefused ? 1 : 0;
            continue;
        }

        answerable++;
        found += (await pipeline.RetrieveAsync(question, 5)).Any(one => one.Text.Contains(place, StringComparison.Ordinal)) ? 1 : 0;
        cited += answer.Citations.Count > 0 && answer.Citations.All(one => pipeline.TextAt(one).Contains(one.Quote, StringComparison.Ordinal)) ? 1 : 0;
    }

    double recall = (double)found / answerable;
    int strangers = Harbours.Questions().Count() - answerable;
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"recall@5: {recall:0.00} ({found} of {answerable})"));
    Console.WriteLine($"citations that hold: {cited} of {answerable}");
    Console.WriteLine($"refused: {refused} of {strangers} that no source answers");
    (string Fault, bool Holds)[] rules =
    [
        ($"only {found} of {answerable} passages found", recall >= LeastRecall),
        ($"{answerable - cited} answers whose citations do not hold", cited >= answerable * LeastRecall),
        ($"{strangers - refused} of {strangers} questions answered that no source answers", refused >= strangers * LeastRefused),
    ];
    return [.. rules.Where(rule => !rule.Holds).Select(rule => rule.Fault)];
}

/// <summary>Chunks, embeds, stores, retrieves, reranks, quotes.</summary>
internal sealed class RagPipeline : IDisposable
{
    private const int Dimensions = 512;

    private static readonly EmbeddingModel<CohereEmbedRequest, CohereEmbedResponse> Embedder = CohereEmbedModels.V4;

    private readonly BedrockClient _bedrock;
    private readonly double _leastScore;
    private readonly DuckDBConnection _database;
    private string _folder = string.Empty;

    public RagPipeline(BedrockClient bedrock, string database, double leastScore)
    {
        _bedrock = bedrock;
        _leastScore = leastScore;
        _database = new DuckDBConnection($"Data Source={database}");
        _database.Open();
        Execute("CREATE TABLE IF NOT EXISTS files (path VARCHAR PRIMARY KEY, hash VARCHAR NOT NULL)");
        Execute($"CREATE TABLE IF NOT EXISTS chunks (path VARCHAR, line INTEGER, content VARCHAR, vector FLOAT[{Dimensions}])");
    }

    public async Task<string> IngestAsync(string folder)
    {
        _folder = folder;
        string[] files = [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(f => Path.GetExtension(f) is ".md" or ".txt" or ".pdf")];
        int changed = 0;
        int embedded = 0;
        foreach (string file in files)
        {
            string path = Path.GetRelativePath(folder, file);
            string hash = Convert.ToHexString(SHA256.HashData(await File.ReadAllBytesAsync(file)));
            if (Query("SELECT hash FROM files WHERE path = $a", row => row.GetString(0), path).FirstOrDefault() == hash)
            {
                continue;
            }

            RagChunk[] chunks = [.. RagChunks.Of(file, path)];
            Execute("DELETE FROM chunks WHERE path = $a", path);
            if (chunks.Length > 0)
            {
                EmbeddingResult vectors = await _bedrock.EmbedAsync(Embedder, [.. chunks.Select(c => c.Text)], EmbeddingPurpose.Document, Dimensions);
                for (int i = 0; i < chunks.Length; i++)
                {
                    Execute($"INSERT INTO chunks VALUES ($a, $b, $c, $d::FLOAT[{Dimensions}])",
                        path, chunks[i].Line, chunks[i].Text, vectors.Vectors[i].ToArray());
                }
            }

            // The last step: a file whose embedding broke off is embedded again.
            Execute("INSERT OR REPLACE INTO files VALUES ($a, $b)", path, hash);
            changed++;
            embedded += chunks.Length;
        }

        foreach (string gone in Query("SELECT path FROM files", row => row.GetString(0)).Except(files.Select(f => Path.GetRelativePath(folder, f))).ToList())
        {
            Execute("DELETE FROM chunks WHERE path = $a", gone);
            Execute("DELETE FROM files WHERE path = $a", gone);
        }

        return $"{changed} of {files.Length} files changed, {embedded} passages embedded";
    }

    public async Task<IReadOnlyList<RagChunk>> RetrieveAsync(string question, int top)
    {
        EmbeddingResult embedded = await _bedrock.EmbedAsync(Embedder, [question], EmbeddingPurpose.Query, Dimensions);
        return [.. Query(
            $"SELECT path, line, content FROM chunks ORDER BY array_cosine_similarity(vector, $a::FLOAT[{Dimensions}]) DESC LIMIT {top}",
            row => new RagChunk(row.GetString(0), row.GetInt32(1), row.GetString(2)), embedded.Vectors[0].ToArray())];
    }

    public async Task<RagAnswer> AskAsync(string question)
    {
        IReadOnlyList<RagChunk> chunks = await RetrieveAsync(question, 8);
        if (chunks.Count == 0)
        {
            return RagAnswer.Refused;
        }

        // Sentence by sentence, so that the answer is what the source says and nothing else.
        (RagChunk Chunk, string Sentence)[] sentences = [.. chunks.SelectMany(chunk => chunk.Sentences().Select(sentence => (chunk, sentence)))];
        RerankResult ranked = await _bedrock.RerankAsync(CohereRerankModels.V35, question, [.. sentences.Select(one => one.Sentence)], topN: 2);
        List<RagCitation> citations = [];
        foreach (RerankedDocument best in ranked.Documents.Where(one => one.Score >= _leastScore && one.Score > ranked.Documents[0].Score - 0.1))
        {
            (RagChunk chunk, string sentence) = sentences[best.Index];
            citations.Add(new RagCitation(citations.Count + 1, chunk.File, chunk.Line, sentence));
        }

        return citations.Count == 0 ? RagAnswer.Refused : new RagAnswer(string.Join(' ', citations.Select(one => $"{one.Quote} [{one.Number}]")), citations);
    }

    /// <summary>The passage that a citation points at, read from its file anew.</summary>
    public string TextAt(RagCitation citation) =>
        RagChunks.Of(Path.Combine(_folder, citation.File), citation.File).Single(chunk => chunk.Line == citation.Line).Text;

    public void Dispose() => _database.Dispose();

    private void Execute(string sql, params object[] values)
    {
        using DuckDBCommand command = Command(sql, values);
        command.ExecuteNonQuery();
    }

    private List<T> Query<T>(string sql, Func<DuckDBDataReader, T> read, params object[] values)
    {
        using DuckDBCommand command = Command(sql, values);
        using DuckDBDataReader row = command.ExecuteReader();
        List<T> rows = [];
        while (row.Read())
        {
            rows.Add(read(row));
        }

        return rows;
    }

    private DuckDBCommand Command(string sql, object[] values)
    {
        DuckDBCommand command = _database.CreateCommand();
        command.CommandText = sql;
        for (int i = 0; i < values.Length; i++)
        {
            command.Parameters.Add(new DuckDBParameter(((char)('a' + i)).ToString(), values[i]));
        }

        return command;
    }
}

/// <summary>A passage: paragraphs of Markdown and text with their first line, pages of a PDF with their number.</summary>
internal sealed record RagChunk(string File, int Line, string Text)
{
    public IEnumerable<string> Sentences() => Text.ReplaceLineEndings(" ").Split(". ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(sentence => sentence.EndsWith('.') ? sentence : sentence + ".");
}

internal static class RagChunks
{
    public static IEnumerable<RagChunk> Of(string file, string path)
    {
        if (Path.GetExtension(file) == ".pdf")
        {
            using PdfDocument pdf = PdfDocument.Open(file);
            foreach (Page page in pdf.GetPages())
            {
                yield return new RagChunk(path, page.Number, string.Join(' ', page.GetWords().Select(word => word.Text)));
            }

            yield break;
        }

        int line = 0;
        int first = 0;
        List<string> paragraph = [];
        foreach (string text in File.ReadLines(file).Append(string.Empty))
        {
            line++;
            bool ends = string.IsNullOrWhiteSpace(text) || text.StartsWith('#');
            if (!ends)
            {
                first = paragraph.Count == 0 ? line : first;
                paragraph.Add(text.Trim());
            }
            else if (paragraph.Count > 0)
            {
                yield return new RagChunk(path, first, string.Join(' ', paragraph));
                paragraph.Clear();
            }
        }
    }
}

/// <summary>A quote and where it stands: a line of a text, a page of a PDF.</summary>
internal sealed record RagCitation(int Number, string File, int Line, string Quote);

internal sealed record RagAnswer(string Text, IReadOnlyList<RagCitation> Citations)
{
    public static RagAnswer Refused { get; } = new("The sources do not say.", []);

    public bool IsRefused => Citations.Count == 0;
}

/// <summary>The corpus: nine made-up harbours, five facts each, and the fifty questions.</summary>
internal static class Harbours
{
    private static readonly string[] Strangers =
    [
        "Who discovered radium?", "Which planet has the largest moon?", "How is parchment made from skins?", "When was the printing press invented?",
        "Why do volcanoes erupt?",
    ];

    // Harbour, master, berth, ferry, storm signal, bird.
    private static readonly string[][] Facts =
    [
        ["Skerrin", "Ada Thorne", "12 crowns", "at nine", "a red lantern", "puffins"],
        ["Holm", "Bram Ferrier", "15 crowns", "at ten past seven", "two black balls", "fulmars"],
        ["Ullay", "Cora Vance", "9 crowns", "at noon", "a long horn", "terns"],
        ["Orsby", "Dov Hallam", "20 crowns", "at half past two", "a white rocket", "razorbills"],
        ["Tarrow", "Esme Quill", "11 crowns", "at six", "a beating drum", "gannets"],
        ["Nevis", "Finn Garrow", "8 crowns", "at four", "three bells", "curlews"],
        ["Lammer", "Greta Sol", "14 crowns", "at eight", "a yellow flag", "eiders"],
        ["Brough", "Hugh Marrin", "10 crowns", "at eleven", "a burning barrel", "herons"],
        ["Fennick", "Iris Dale", "13 crowns", "at five", "a blue light", "petrels"],
    ];

    public static void Write(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (string[] harbour in Facts)
        {
            string[] paragraphs = [.. Enumerable.Range(0, 5).Select(fact => Sentence(harbour, fact))];
            string name = Path.Combine(folder, harbour[0].ToLowerInvariant());
            switch (Array.IndexOf(Facts, harbour) % 3)
            {
                case 0:
                    File.WriteAllText(name + ".md", $"# {harbour[0]}\n\n{string.Join("\n\n", paragraphs)}\n");
                    break;
                case 1:
                    File.WriteAllText(name + ".txt", string.Join("\n\n", paragraphs) + "\n");
                    break;
                default:
                    File.WriteAllBytes(name + ".pdf", Pdf(paragraphs));
                    break;
            }
        }
    }

    public static IEnumerable<(string Question, string? Place)> Questions() =>
        Facts.SelectMany(harbour => Enumerable.Range(0, 5).Select(fact => (Question(harbour[0], fact), (string?)Sentence(harbour, fact))))
            .Concat(Strangers.Select(stranger => (stranger, (string?)null)));

    private static string Sentence(string[] harbour, int fact) => fact switch
    {
        0 => $"The harbour master of {harbour[0]} is {harbour[1]}.",
        1 => $"A berth at {harbour[0]} costs {harbour[2]} a night.",
        2 => $"The ferry from {harbour[0]} leaves {harbour[3]}.",
        3 => $"The storm signal of {harbour[0]} is {harbour[4]}.",
        _ => $"The cliffs of {harbour[0]} are full of nesting {harbour[5]}.",
    };

    private static string Question(string harbour, int fact) => fact switch
    {
        0 => $"Who is harbour master of {harbour}?",
        1 => $"What does a berth at {harbour} cost for the night?",
        2 => $"When does the ferry from {harbour} leave?",
        3 => $"What is the storm signal of {harbour}?",
        _ => $"Which birds are nesting on the cliffs of {harbour}?",
    };

    // A page each, so that a citation names the page.
    private static byte[] Pdf(string[] paragraphs)
    {
        using var builder = new PdfDocumentBuilder();
        PdfDocumentBuilder.AddedFont font = builder.AddStandard14Font(Standard14Font.Helvetica);
        foreach (string paragraph in paragraphs)
        {
            builder.AddPage(PageSize.A5).AddText(paragraph, 10, new PdfPoint(25, 500), font);
        }

        return builder.Build();
    }
}
