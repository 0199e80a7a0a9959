#!/usr/bin/env dotnet
#:project ../../src/Bedrock.Toolkit
#:project ../../src/Bedrock.Toolkit.Agents
#:project ../../src/Bedrock.Toolkit.Testing
#:project ../../src/Bedrock.Toolkit.Testing.Services
#:project ../../src/Bedrock.Toolkit.VectorData
#:package DuckDB.NET.Data.Full
#:package Npgsql
#:package PdfPig
#:property PublishAot=false

// Questions over a folder of Markdown, text and PDF without a service for it: chunk, embed, store, retrieve, rerank, answer by quoting with the place in the
// source, and refuse where the sources do not say. Only files that have changed are embedded again.
//   dotnet run docs/samples/rag.cs                                     50 fixed questions over the sample's own folder; prints recall@5
//   dotnet run docs/samples/rag.cs -- --store s3vectors                in S3 Vectors, not in DuckDB; or postgres: with pgvector, at PG_CONNECTION
//   dotnet run docs/samples/rag.cs -- --compare                        in each store that is there: all must find the same passages
//   dotnet run docs/samples/rag.cs -- --keep <folder>                  keeps folder and database; the second run embeds nothing again
//   dotnet run docs/samples/rag.cs -- --folder <folder> "Question?"    your own files
//   dotnet run docs/samples/rag.cs -- --aws                            against AWS, with the Region and credentials of the normal AWS chain
//   dotnet run docs/samples/rag.cs -- --break                          answers whatever the score, and with --compare forgets a file: exit code 2
// The simulated vectors and scores know words, not meanings: how questions in other words fare can only be seen with --aws.
using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Bedrock.Toolkit;
using Bedrock.Toolkit.Agents.S3Vectors;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Testing;
using Bedrock.Toolkit.VectorData;
using DuckDB.NET.Data;
using Microsoft.Extensions.VectorData;
using Npgsql;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

string? Given(string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
(string? own, string? keep, bool compares, bool breaks) = (Given("--folder"), Given("--keep"), args.Contains("--compare"), args.Contains("--break"));
string work = keep ?? Directory.CreateTempSubdirectory("rag-").FullName;
string folder = own ?? Path.Combine(work, "sources");
string[] asked = [.. args.Where(a => a.EndsWith('?'))];

await using BedrockServer? server = args.Contains("--aws") ? null : await BedrockServer.StartAsync();
using BedrockClient bedrock = server?.CreateClient() ?? new BedrockClient();
using S3VectorsClient? vectors = server is null ? new S3VectorsClient() : null;
List<string> faults = [];
List<(string Store, string[] Found)> runs = [];
try
{
    if (own is null && !Directory.Exists(folder)) Harbours.Write(folder);
    foreach (string name in compares ? ["duckdb", "s3vectors", "postgres"] : new[] { Given("--store") ?? "duckdb" })
    {
        try
        {
            using IRagStore store = await OpenAsync(name);
            await RunAsync(name, store);
        }
        catch (NotSupportedException e)
        {
            Console.WriteLine($"store: {name} is not there: {e.Message}");
            if (!compares) return 1;
        }
    }
}
finally
{
    if (keep is null) Directory.Delete(work, recursive: true);
}

foreach ((string store, string[] found) in runs.Skip(1))
{
    int same = found.Zip(runs[0].Found).Count(pair => pair.First == pair.Second);
    Console.WriteLine($"compare: {store} finds the same five passages as {runs[0].Store} for {same} of {found.Length} questions");
    if (same < found.Length) faults.Add($"{store} finds other passages than {runs[0].Store} for {found.Length - same} questions");
}

if (faults.Count == 0) return 0;
Console.Error.WriteLine($"quality check failed: {string.Join("; ", faults)}");
return 2;

Task<IRagStore> OpenAsync(string name) => name switch
{
    "duckdb" => SqlStore.OpenAsync(
        new DuckDBConnection($"Data Source={Path.Combine(work, "rag.duckdb")}"), $"FLOAT[{RagPassage.Dimensions}]", "array_cosine_distance(vector, {0})"),
    "s3vectors" => S3Store.OpenAsync(vectors ?? server!.Agents.Vectors, Given("--bucket") ?? "rag-sample"),
    "postgres" => Environment.GetEnvironmentVariable("PG_CONNECTION") is { Length: > 0 } connection
        ? SqlStore.OpenAsync(new NpgsqlConnection(connection), $"vector({RagPassage.Dimensions})", "(vector <=> {0})", "CREATE EXTENSION IF NOT EXISTS vector")
        : throw new NotSupportedException("set PG_CONNECTION to the connection string of a PostgreSQL server that has pgvector."),
    _ => throw new NotSupportedException("--store takes duckdb, s3vectors or postgres."),
};

async Task RunAsync(string name, IRagStore store)
{
    var pipeline = new RagPipeline(bedrock, store, folder, leastScore: breaks && !compares ? 0 : 0.45);
    Console.WriteLine($"store: {name}");
    Console.WriteLine($"ingest: {await pipeline.IngestAsync()}");
    if (breaks && runs.Count > 0) await store.ReplaceAsync((await store.ListAsync()).Where(one => one.File == "holm.txt"), []);
    if (own is null && asked.Length == 0) runs.Add((name, await MeasureAsync(pipeline, faults)));
    foreach (string question in compares || own is not null || asked.Length > 0 ? asked : ["What does a berth at Holm cost?", "Who discovered radium?"])
    {
        RagAnswer answer = await pipeline.AskAsync(question);
        Console.WriteLine($"{question} -> {answer.Text}");
        foreach (RagCitation one in answer.Citations) Console.WriteLine($"  [{one.Number}] {one.File}, line {one.Line}");
    }
}

// How often the passage that has the answer is among the first five, whether what is cited stands where the citation says, and whether the rest is refused;
// gives the five of each question.
static async Task<string[]> MeasureAsync(RagPipeline pipeline, List<string> faults)
{
    (int answerable, int strangers, int hits, int cited, int refused) = (0, 0, 0, 0, 0);
    List<string> found = [];
    foreach ((string question, string? place) in Harbours.Questions())
    {
        RagAnswer answer = await pipeline.AskAsync(question);
        List<RagPassage> five = await pipeline.RetrieveAsync(question, 5);
        found.Add(string.Join(' ', five.Select(one => one.Key)));
        if (place is null)
        {
            strangers++;
            refused += answer.Citations.Count == 0 ? 1 : 0;
            continue;
        }

        answerable++;
        hits += five.Any(one => one.Text.Contains(place, StringComparison.Ordinal)) ? 1 : 0;
        cited += answer.Citations.Count > 0 && answer.Citations.All(one => pipeline.TextAt(one).Contains(one.Quote, StringComparison.Ordinal)) ? 1 : 0;
    }

    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"recall@5: {(double)hits / answerable:0.00} ({hits} of {answerable})"));
    Console.WriteLine($"citations that hold: {cited} of {answerable}");
    Console.WriteLine($"refused: {refused} of {strangers} that no source answers");
    if (hits < answerable * 0.9) faults.Add($"only {hits} of {answerable} passages found");
    if (cited < answerable * 0.9) faults.Add($"{answerable - cited} answers whose citations do not hold");
    if (refused < strangers * 0.8) faults.Add($"{strangers - refused} of {strangers} questions answered that no source answers");
    return [.. found];
}

/// <summary>Where passages and their vectors lie.</summary>
internal interface IRagStore : IDisposable
{
    /// <summary>All passages, without text and vector.</summary>
    Task<List<RagPassage>> ListAsync();

    /// <summary>Puts passages in the place of old ones, in their order.</summary>
    Task ReplaceAsync(IEnumerable<RagPassage> old, IReadOnlyList<RagPassage> passages);

    /// <summary>The nearest passages with their cosine distance.</summary>
    Task<List<(RagPassage Passage, double Distance)>> SearchAsync(ReadOnlyMemory<float> vector, int top);
}

/// <summary>Chunks, embeds, stores, retrieves, reranks, quotes.</summary>
internal sealed class RagPipeline(BedrockClient bedrock, IRagStore store, string folder, double leastScore)
{
    private const int Candidates = 50;

    private static readonly EmbeddingModel<CohereEmbedRequest, CohereEmbedResponse> Embedder = CohereEmbedModels.V4;

    public async Task<string> IngestAsync()
    {
        string[] files = [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(f => Path.GetExtension(f) is ".md" or ".txt" or ".pdf")];
        string[] paths = [.. files.Select(file => Path.GetRelativePath(folder, file))];
        ILookup<string, RagPassage> known = (await store.ListAsync()).ToLookup(one => one.File);
        (int changed, int embedded) = (0, 0);
        foreach ((string file, string path) in files.Zip(paths))
        {
            string hash = Convert.ToHexString(SHA256.HashData(await File.ReadAllBytesAsync(file)));
            if (known[path].Any(one => one.Hash == hash)) continue;

            // The hash is that of the last passage alone: a file that broke off is stored again.
            RagPassage[] made = [.. RagPassage.Of(file, path)];
            if (made.Length > 0)
            {
                EmbeddingResult sets = await bedrock.EmbedAsync(Embedder, [.. made.Select(one => one.Text)], EmbeddingPurpose.Document, RagPassage.Dimensions);
                made = [.. made.Select((one, i) => one with { Vector = sets.Vectors[i], Hash = i == made.Length - 1 ? hash : string.Empty })];
            }

            await store.ReplaceAsync(known[path], made);
            changed++;
            embedded += made.Length;
        }

        await store.ReplaceAsync(known.Where(file => !paths.Contains(file.Key)).SelectMany(file => file), []);
        return $"{changed} of {files.Length} files changed, {embedded} passages embedded";
    }

    public async Task<List<RagPassage>> RetrieveAsync(string question, int top)
    {
        EmbeddingResult embedded = await bedrock.EmbedAsync(Embedder, [question], EmbeddingPurpose.Query, RagPassage.Dimensions);
        List<(RagPassage Passage, double Distance)> near = await store.SearchAsync(embedded.Vectors[0], Candidates);

        // Stores differ in the last digits: passages that are as near as each other go by their place.
        return [.. near.OrderBy(one => Math.Round(one.Distance, 4)).ThenBy(one => one.Passage.Key, StringComparer.Ordinal).Select(one => one.Passage)
            .Take(top)];
    }

    public async Task<RagAnswer> AskAsync(string question)
    {
        // Sentence by sentence, so that the answer is what the source says and nothing else.
        List<RagPassage> passages = await RetrieveAsync(question, 8);
        (RagPassage Passage, string Sentence)[] sentences = [.. passages.SelectMany(one => one.Sentences().Select(sentence => (one, sentence)))];
        if (sentences.Length == 0) return new RagAnswer([]);
        RerankResult ranked = await bedrock.RerankAsync(CohereRerankModels.V35, question, [.. sentences.Select(one => one.Sentence)], topN: 2);
        return new RagAnswer([.. ranked.Documents
            .Where(one => one.Score >= leastScore && one.Score > ranked.Documents[0].Score - 0.1).Select(one => sentences[one.Index])
            .Select((one, i) => new RagCitation(i + 1, one.Passage.File, one.Passage.Line, one.Sentence))]);
    }

    /// <summary>The passage that a citation points at, read from its file anew.</summary>
    public string TextAt(RagCitation citation) =>
        RagPassage.Of(Path.Combine(folder, citation.File), citation.File).Single(one => one.Line == citation.Line).Text;
}

/// <summary>A table, in DuckDB or in PostgreSQL with pgvector: their SQL differs in the vectors alone. Every vector is looked at; no index guesses.</summary>
internal sealed class SqlStore(DbConnection database, string type, string distance) : IRagStore
{
    public static async Task<IRagStore> OpenAsync(DbConnection database, string type, string distance, string first = "SELECT 1")
    {
        var store = new SqlStore(database, type, string.Format(CultureInfo.InvariantCulture, distance, $"$1::{type}"));
        try
        {
            await database.OpenAsync();
            await store.QueryAsync(first);
            await store.QueryAsync($"CREATE TABLE IF NOT EXISTS rag_passages (path TEXT, line INTEGER, content TEXT, hash TEXT, vector {type})");
            return store;
        }
        catch (NpgsqlException e)
        {
            throw new NotSupportedException($"it takes a PostgreSQL server that has pgvector. {e.Message}", e);
        }
    }

    public async Task<List<RagPassage>> ListAsync() =>
        [.. (await QueryAsync("SELECT path, line, '', hash, 0.0::DOUBLE PRECISION FROM rag_passages")).Select(one => one.Passage)];

    public async Task ReplaceAsync(IEnumerable<RagPassage> old, IReadOnlyList<RagPassage> passages)
    {
        foreach (RagPassage one in old) await QueryAsync("DELETE FROM rag_passages WHERE path = $1 AND line = $2", one.File, one.Line);
        foreach (RagPassage one in passages)
            await QueryAsync($"INSERT INTO rag_passages VALUES ($1, $2, $3, $4, $5::{type})", one.File, one.Line, one.Text, one.Hash, one.Vector.ToArray());
    }

    public Task<List<(RagPassage Passage, double Distance)>> SearchAsync(ReadOnlyMemory<float> vector, int top) => QueryAsync(
        $"SELECT path, line, content, hash, {distance}::DOUBLE PRECISION AS distance FROM rag_passages ORDER BY distance LIMIT {top}", vector.ToArray());

    public void Dispose() => database.Dispose();

    private async Task<List<(RagPassage Passage, double Distance)>> QueryAsync(string sql, params object[] values)
    {
        await using DbCommand command = database.CreateCommand();
        command.CommandText = sql;
        foreach (object value in values)
        {
            command.Parameters.Add(command.CreateParameter());
            command.Parameters[^1].Value = value;
        }

        await using DbDataReader row = await command.ExecuteReaderAsync();
        List<(RagPassage Passage, double Distance)> rows = [];
        while (row.FieldCount > 4 && await row.ReadAsync())
            rows.Add((new() { File = row.GetString(0), Line = row.GetInt32(1), Text = row.GetString(2), Hash = row.GetString(3) }, row.GetDouble(4)));
        return rows;
    }
}

/// <summary>An index of S3 Vectors.</summary>
internal sealed class S3Store(VectorStoreCollection<string, RagPassage> index) : IRagStore
{
    public static async Task<IRagStore> OpenAsync(S3VectorsClient client, string bucket)
    {
        if (!await client.ListVectorBucketsAsync().AnyAsync(one => one.VectorBucketName == bucket))
            await client.CreateVectorBucketAsync(new() { VectorBucketName = bucket });
        using var store = new S3VectorStore(client, bucket);
        VectorStoreCollection<string, RagPassage> index = store.GetCollection<string, RagPassage>("rag-passages");
        await index.EnsureCollectionExistsAsync();
        return new S3Store(index);
    }

    public Task<List<RagPassage>> ListAsync() => index.GetAsync(_ => true, int.MaxValue).ToListAsync().AsTask();

    public async Task ReplaceAsync(IEnumerable<RagPassage> old, IReadOnlyList<RagPassage> passages)
    {
        await index.DeleteAsync(old.Select(one => one.Key));
        await index.UpsertAsync(passages);
    }

    public Task<List<(RagPassage Passage, double Distance)>> SearchAsync(ReadOnlyMemory<float> vector, int top) =>
        index.SearchAsync(vector, top).Select(one => (one.Record, one.Score!.Value)).ToListAsync().AsTask();

    public void Dispose() => index.Dispose();
}

/// <summary>A passage: paragraphs of Markdown and text with their first line, pages of a PDF with their number.</summary>
internal sealed record RagPassage
{
    public const int Dimensions = 512;

    [VectorStoreKey] public string Key { get => $"{File}:{Line}"; set => _ = value; }
    [VectorStoreData] public string File { get; set; } = string.Empty;
    [VectorStoreData] public int Line { get; set; }
    [VectorStoreData] public string Text { get; set; } = string.Empty;
    [VectorStoreData] public string Hash { get; set; } = string.Empty;
    [VectorStoreVector(Dimensions, DistanceFunction = DistanceFunction.CosineDistance)] public ReadOnlyMemory<float> Vector { get; set; }

    public IEnumerable<string> Sentences() => Text.ReplaceLineEndings(" ").Split(". ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(sentence => sentence.EndsWith('.') ? sentence : sentence + ".");

    public static IEnumerable<RagPassage> Of(string file, string path)
    {
        if (Path.GetExtension(file) == ".pdf")
        {
            using PdfDocument pdf = PdfDocument.Open(file);
            foreach (Page page in pdf.GetPages())
                yield return new() { File = path, Line = page.Number, Text = string.Join(' ', page.GetWords().Select(word => word.Text)) };
            yield break;
        }

        string[] lines = System.IO.File.ReadAllLines(file);
        for (int first = 0, count; first < lines.Length; first += count + 1)
        {
            string[] paragraph = [.. lines.Skip(first).TakeWhile(line => !string.IsNullOrWhiteSpace(line) && line[0] != '#').Select(line => line.Trim())];
            count = paragraph.Length;
            if (count > 0) yield return new() { File = path, Line = first + 1, Text = string.Join(' ', paragraph) };
        }
    }
}

/// <summary>A quote and where it stands: a line of a text, a page of a PDF.</summary>
internal sealed record RagCitation(int Number, string File, int Line, string Quote);

internal sealed record RagAnswer(IReadOnlyList<RagCitation> Citations)
{
    public string Text => Citations.Count == 0 ? "The sources do not say." : string.Join(' ', Citations.Select(one => $"{one.Quote} [{one.Number}]"));
}

/// <summary>The corpus: nine made-up harbours, five facts each, and the fifty questions.</summary>
internal static class Harbours
{
    private static readonly string[] Strangers = ["Who discovered radium?", "Which planet has the largest moon?", "How is parchment made from skins?",
        "When was the printing press invented?", "Why do volcanoes erupt?"];

    // What the sources say and what is asked: {0} is the harbour, the others are its facts.
    private static readonly (string Sentence, string Question)[] Kinds =
    [
        ("The harbour master of {0} is {1}.", "Who is harbour master of {0}?"),
        ("A berth at {0} costs {2} a night.", "What does a berth at {0} cost for the night?"),
        ("The ferry from {0} leaves {3}.", "When does the ferry from {0} leave?"),
        ("The storm signal of {0} is {4}.", "What is the storm signal of {0}?"),
        ("The cliffs of {0} are full of nesting {5}.", "Which birds are nesting on the cliffs of {0}?"),
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
        foreach ((int index, string[] harbour) in Facts.Index())
        {
            string[] texts = [.. Kinds.Select(kind => Said(kind.Sentence, harbour))];
            string text = string.Join("\n\n", texts) + "\n";
            (string end, byte[] content) = (index % 3) switch
            {
                0 => (".md", Encoding.UTF8.GetBytes($"# {harbour[0]}\n\n{text}")),
                1 => (".txt", Encoding.UTF8.GetBytes(text)),
                _ => (".pdf", Pdf(texts)),
            };
            File.WriteAllBytes(Path.Combine(folder, harbour[0].ToLowerInvariant() + end), content);
        }
    }

    public static IEnumerable<(string Question, string? Place)> Questions() =>
        Facts.SelectMany(harbour => Kinds.Select(kind => (Said(kind.Question, harbour), (string?)Said(kind.Sentence, harbour))))
            .Concat(Strangers.Select(stranger => (stranger, (string?)null)));

    private static string Said(string kind, string[] harbour) => string.Format(CultureInfo.InvariantCulture, kind, harbour);

    // A page each, so that a citation names the page.
    private static byte[] Pdf(string[] paragraphs)
    {
        using var builder = new PdfDocumentBuilder();
        PdfDocumentBuilder.AddedFont font = builder.AddStandard14Font(Standard14Font.Helvetica);
        foreach (string paragraph in paragraphs) builder.AddPage(PageSize.A5).AddText(paragraph, 10, new PdfPoint(25, 500), font);
        return builder.Build();
    }
}
