using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Bedrock.Toolkit.ControlPlane.Batch;

/// <summary>
/// What a run remembers of itself, in a file that only grows: one JSON object a line, on the disk before what it announces is done. A last line that is torn
/// counts as never written. Not thread-safe; only one process can have the file open.
/// </summary>
internal sealed class BatchManifest : IDisposable
{
    private const int Version = 1;
    private const int RunCharacters = 12;
    private const string Characters = "abcdefghijkmnpqrstuvwxyz23456789";

    private readonly FileStream _file;
    private readonly List<ManifestRound> _rounds = [];
    private readonly Dictionary<string, string> _keys = new(StringComparer.Ordinal);

    private BatchManifest(FileStream file, ManifestHead head)
    {
        _file = file;
        Head = head;
    }

    public ManifestHead Head { get; }

    /// <summary>Uploads in parts that were begun: some of them may never have been completed.</summary>
    public List<(string Key, string UploadId)> Begun { get; } = [];

    /// <summary>Opens the manifest of a run, or begins one.</summary>
    /// <exception cref="IOException">Another run has it, or it cannot be read.</exception>
    /// <exception cref="InvalidDataException">The file is no manifest.</exception>
    /// <exception cref="ArgumentException">It is the manifest of another run.</exception>
    public static BatchManifest Open(string path, ManifestHead wanted)
    {
        var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        try
        {
            List<JsonElement> entries = ReadEntries(file);
            if (entries.Count == 0)
            {
                var made = new BatchManifest(file, wanted with { Run = RandomNumberGenerator.GetString(Characters, RunCharacters) });
                made.Append(made.WriteHead);
                return made;
            }

            var manifest = new BatchManifest(file, ManifestHead.Read(entries[0], Version));
            manifest.Head.RequireSame(wanted);
            foreach (JsonElement entry in entries.Skip(1))
            {
                manifest.Take(entry);
            }

            return manifest;
        }
        catch (Exception e) when (e is KeyNotFoundException or InvalidOperationException or FormatException)
        {
            file.Dispose();
            throw new InvalidDataException(
                $"{nameof(BatchInferenceOptions)}.{nameof(BatchInferenceOptions.ManifestPath)} names a file that is no manifest.", e);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>A round; made when it is not there yet.</summary>
    public ManifestRound Round(int number)
    {
        while (_rounds.Count <= number)
        {
            _rounds.Add(new ManifestRound(_rounds.Count));
        }

        return _rounds[number];
    }

    /// <summary>Whether anything of a round is written.</summary>
    public bool HasRound(int number) => number < _rounds.Count && (_rounds[number].IsWritten || _rounds[number].Jobs.Count > 0);

    /// <summary>The caller's key of a record.</summary>
    public string KeyOf(string id) => _keys.GetValueOrDefault(id, id);

    public void AddUpload(string key, string uploadId) => Append(writer =>
    {
        writer.WriteString("entry", "upload");
        writer.WriteString("key", key);
        writer.WriteString("uploadId", uploadId);
    });

    /// <summary>A file that is whole in S3.</summary>
    public void AddFile(ManifestRound round, ManifestJob job, ManifestFile file, IEnumerable<BatchRecord> made)
    {
        KeyValuePair<string, string>[] keys = [.. made.Select(static record => KeyValuePair.Create(record.Id, record.Key))];
        Append(writer =>
        {
            WritePlace(writer, "file", round, job);
            writer.WriteString("name", file.Name);
            writer.WriteNumber("bytes", file.Bytes);
            writer.WriteStartArray("ids");
            foreach (string id in file.Ids)
            {
                writer.WriteStringValue(id);
            }

            writer.WriteEndArray();
            writer.WriteStartObject("keys");
            foreach ((string id, string key) in keys)
            {
                writer.WriteString(id, key);
            }

            writer.WriteEndObject();
        });
        job.Files.Add(file);
        foreach ((string id, string key) in keys)
        {
            _keys[id] = key;
        }
    }

    /// <summary>A job whose files are complete, with the name and the token that it will be started with: written before it is started.</summary>
    public void AddJob(ManifestRound round, ManifestJob job, string name, string token)
    {
        Append(writer =>
        {
            WritePlace(writer, "job", round, job);
            writer.WriteString("name", name);
            writer.WriteString("token", token);
        });
        (job.Name, job.Token) = (name, token);
    }

    public void AddStart(ManifestRound round, ManifestJob job, string arn)
    {
        Append(writer =>
        {
            WritePlace(writer, "started", round, job);
            writer.WriteString("arn", arn);
        });
        job.Arn = arn;
    }

    public void AddEnd(ManifestRound round, ManifestJob job, string status, string? message)
    {
        Append(writer =>
        {
            WritePlace(writer, "ended", round, job);
            writer.WriteString("status", status);
            writer.WriteString("message", message);
        });
        (job.Status, job.Message) = (status, message);
    }

    /// <summary>All records of a round are in S3.</summary>
    public void AddWritten(ManifestRound round)
    {
        Append(writer =>
        {
            writer.WriteString("entry", "written");
            writer.WriteNumber("round", round.Number);
        });
        round.IsWritten = true;
    }

    public void Dispose() => _file.Dispose();

    private static void WritePlace(Utf8JsonWriter writer, string entry, ManifestRound round, ManifestJob job)
    {
        writer.WriteString("entry", entry);
        writer.WriteNumber("round", round.Number);
        writer.WriteNumber("job", job.Number);
    }

    private void WriteHead(Utf8JsonWriter writer) => Head.Write(writer, Version);

    private void Append(Action<Utf8JsonWriter> write)
    {
        using var line = new MemoryStream();
        using (var writer = new Utf8JsonWriter(line, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartObject();
            write(writer);
            writer.WriteEndObject();
        }

        line.WriteByte((byte)'\n');
        _file.Write(line.GetBuffer(), 0, (int)line.Length);
        _file.Flush(flushToDisk: true);
    }

    private void Take(JsonElement entry)
    {
        string kind = entry.GetProperty("entry").GetString()!;
        if (kind == "upload")
        {
            Begun.Add((entry.GetProperty("key").GetString()!, entry.GetProperty("uploadId").GetString()!));
            return;
        }

        ManifestRound round = Round(entry.GetProperty("round").GetInt32());
        if (kind == "written")
        {
            round.IsWritten = true;
            return;
        }

        ManifestJob job = round.Job(entry.GetProperty("job").GetInt32());
        switch (kind)
        {
            case "file":
                job.Files.Add(new ManifestFile(entry.GetProperty("name").GetString()!, entry.GetProperty("bytes").GetInt64(),
                    [.. entry.GetProperty("ids").EnumerateArray().Select(static id => id.GetString()!)]));
                foreach (JsonProperty key in entry.GetProperty("keys").EnumerateObject())
                {
                    _keys[key.Name] = key.Value.GetString()!;
                }

                break;
            case "job":
                (job.Name, job.Token) = (entry.GetProperty("name").GetString(), entry.GetProperty("token").GetString());
                job.IsFromBefore = true;
                break;
            case "started":
                job.Arn = entry.GetProperty("arn").GetString();
                break;
            case "ended":
                (job.Status, job.Message) = (entry.GetProperty("status").GetString(), entry.GetProperty("message").GetString());
                break;
            default:
                throw new FormatException("The manifest has an entry that this version does not know.");
        }
    }

    /// <summary>The entries; what was torn behind them is cut off, so that the next one begins on a line of its own.</summary>
    private static List<JsonElement> ReadEntries(FileStream file)
    {
        List<JsonElement> entries = [];
        byte[] all = new byte[file.Length];
        file.ReadExactly(all);
        int at = 0;
        int length;
        while ((length = all.AsSpan(at).IndexOf((byte)'\n')) >= 0)
        {
            try
            {
                entries.Add(JsonElement.Parse(all.AsSpan(at, length)));
            }
            catch (JsonException e)
            {
                if (all.AsSpan(at + length + 1).Contains((byte)'\n'))
                {
                    throw new FormatException("The manifest has a line in its middle that is no JSON.", e);
                }

                break;
            }

            at += length + 1;
        }

        file.SetLength(at);
        file.Position = at;
        return entries;
    }
}
