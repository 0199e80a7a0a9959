using System.Buffers.Binary;
using System.IO.Hashing;
using System.Security.Cryptography;
using Microsoft.Win32.SafeHandles;

namespace Bedrock.Toolkit;

/// <summary>
/// A checkpoint in a file of its own: a hash table on disk, of 64 bytes a slot, so that neither memory nor the time of a look-up grows with the
/// number of items. Thread-safe.
/// </summary>
/// <remarks>
/// <para>Only one process can have the file open. It survives the end of the process at any point; give <c>flushToDisk</c> to survive a power cut, too.</para>
/// <para>
/// Format 1, numbers little endian. Bytes 0 to 63, the header: <c>BRTEMBCP</c>, format (4 bytes), slot size 64 (4 bytes), zeros. Then the slots,
/// a power of two of them: key hash (16 bytes: the first of the SHA-256 of the key in UTF-8), content hash (16 bytes, big endian),
/// state (1 byte: 0 free, 1 delivering, 2 done, 3 failed), zeros, and in bytes 56 to 63 the XXH3 of bytes 0 to 55. A key's slot is the first
/// 8 bytes of its hash modulo the number of slots, or the next one that is free. At most half of the slots are taken. A slot whose checksum does not fit
/// counts as delivering.
/// </para>
/// </remarks>
public sealed class EmbeddingCheckpointFile : IEmbeddingCheckpoint, IDisposable
{
    private const int SlotBytes = 64;
    private const int ChecksumAt = 56;
    private const int StateAt = 32;
    private const int SlotsPerRead = 64;
    private const long FewestSlots = 1024;
    private const int Format = 1;

    private readonly Lock _lock = new();
    private readonly string _path;
    private readonly bool _flushToDisk;
    private readonly FileStream _guard;
    private SafeFileHandle _file;
    private long _slots;
    private long _taken;

    /// <summary>Opens a checkpoint, or makes a new one.</summary>
    /// <param name="path">The file. Beside it, <c>.lock</c> keeps other processes out, and <c>.new</c> exists while the table grows.</param>
    /// <param name="flushToDisk">Whether each write waits for the disk, not only for the operating system; slow.</param>
    /// <exception cref="IOException">The file is in use by another run, or cannot be read.</exception>
    /// <exception cref="InvalidDataException">The file is no checkpoint, or of a format that this version does not know.</exception>
    public EmbeddingCheckpointFile(string path, bool flushToDisk = false)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        _path = Path.GetFullPath(path);
        _flushToDisk = flushToDisk;
        _guard = new FileStream(_path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        try
        {
            File.Delete(NewPath);
            Open();
        }
        catch
        {
            _file?.Dispose();
            _guard.Dispose();
            throw;
        }
    }

    /// <summary>How many items the file knows.</summary>
    public long Count
    {
        get
        {
            lock (_lock)
            {
                return _taken;
            }
        }
    }

    private string NewPath => _path + ".new";

    private static ReadOnlySpan<byte> Magic => "BRTEMBCP"u8;

    /// <inheritdoc/>
    public ValueTask<EmbeddingCheckpointEntry?> FindAsync(string key, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        Span<byte> slot = stackalloc byte[SlotBytes];
        Hash(key, slot);
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_file.IsClosed, this);
            EmbeddingCheckpointEntry? entry = null;
            if (Find(_file, _slots, slot, out _))
            {
                entry = new(key, BinaryPrimitives.ReadUInt128BigEndian(slot[16..]), (EmbeddingItemState)slot[StateAt]);
            }

            return ValueTask.FromResult(entry);
        }
    }

    /// <inheritdoc/>
    public ValueTask WriteAsync(IReadOnlyList<EmbeddingCheckpointEntry> entries, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entries);
        Span<byte> slot = stackalloc byte[SlotBytes];
        Span<byte> found = stackalloc byte[SlotBytes];
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_file.IsClosed, this);
            for (int i = 0; i < entries.Count; i++)
            {
                Fill(entries[i], slot);
                slot.CopyTo(found);
                bool known = Find(_file, _slots, found, out long position);
                RandomAccess.Write(_file, slot, position);
                _taken += known ? 0 : 1;
                if (_taken * 2 > _slots)
                {
                    Grow();
                }
            }

            if (_flushToDisk)
            {
                RandomAccess.FlushToDisk(_file);
            }
        }

        return ValueTask.CompletedTask;
    }

    /// <summary>Closes the file. Does nothing the second time.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            _file.Dispose();
            _guard.Dispose();
        }
    }

    [MemberNotNull(nameof(_file))]
    private void Open()
    {
        if (!File.Exists(_path))
        {
            // Made beside it and renamed: a file that is there is whole.
            Create(NewPath, FewestSlots).Dispose();
            File.Move(NewPath, _path);
        }

        _file = File.OpenHandle(_path, FileMode.Open, FileAccess.ReadWrite, FileShare.Read);
        Span<byte> header = stackalloc byte[SlotBytes];
        int read = RandomAccess.Read(_file, header, 0);
        if (read < SlotBytes || !header.StartsWith(Magic))
        {
            throw new InvalidDataException("The file is no checkpoint of embeddings.");
        }

        int format = BinaryPrimitives.ReadInt32LittleEndian(header[8..]);
        if (format != Format || BinaryPrimitives.ReadInt32LittleEndian(header[12..]) != SlotBytes)
        {
            throw new InvalidDataException($"The checkpoint has the format {format}, which this version does not know.");
        }

        _slots = (RandomAccess.GetLength(_file) - SlotBytes) / SlotBytes;
        if (_slots < FewestSlots || !System.Numerics.BitOperations.IsPow2(_slots))
        {
            throw new InvalidDataException("The checkpoint has been cut: its length is not that of a table.");
        }

        _taken = 0;
        ForEach(_file, _slots, _ => _taken++);
    }

    private static SafeFileHandle Create(string path, long slots)
    {
        SafeFileHandle file = File.OpenHandle(path, FileMode.Create, FileAccess.ReadWrite, FileShare.None);
        try
        {
            Span<byte> header = stackalloc byte[SlotBytes];
            header.Clear();
            Magic.CopyTo(header);
            BinaryPrimitives.WriteInt32LittleEndian(header[8..], Format);
            BinaryPrimitives.WriteInt32LittleEndian(header[12..], SlotBytes);
            RandomAccess.Write(file, header, 0);
            RandomAccess.SetLength(file, SlotBytes + (slots * SlotBytes));
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    private void Grow()
    {
        long slots = _slots * 2;
        using (SafeFileHandle larger = Create(NewPath, slots))
        {
            ForEach(_file, _slots, slot =>
            {
                Span<byte> free = stackalloc byte[SlotBytes];
                slot.CopyTo(free);
                Find(larger, slots, free, out long position);
                RandomAccess.Write(larger, slot, position);
            });
            RandomAccess.FlushToDisk(larger);
        }

        // Windows moves no file that is open. A process that ends in between leaves one of the two tables, whole.
        _file.Dispose();
        File.Move(NewPath, _path, overwrite: true);
        _file = File.OpenHandle(_path, FileMode.Open, FileAccess.ReadWrite, FileShare.Read);
        _slots = slots;
    }

    /// <summary>Looks for the key hash at the head of <paramref name="slot"/>; reads its slot into it, or leaves the position of the free slot for
    /// it.</summary>
    private static bool Find(SafeFileHandle file, long slots, Span<byte> slot, out long position)
    {
        Span<byte> buffer = stackalloc byte[8 * SlotBytes];
        long index = (long)(BinaryPrimitives.ReadUInt64LittleEndian(slot) & (ulong)(slots - 1));
        while (true)
        {
            int count = (int)Math.Min(8, slots - index);
            Read(file, buffer[..(count * SlotBytes)], SlotBytes + (index * SlotBytes));
            for (int i = 0; i < count; i++)
            {
                Span<byte> candidate = buffer.Slice(i * SlotBytes, SlotBytes);
                position = SlotBytes + ((index + i) * SlotBytes);
                if (IsFree(candidate))
                {
                    return false;
                }

                if (candidate[..16].SequenceEqual(slot[..16]))
                {
                    candidate.CopyTo(slot);
                    slot[StateAt] = IsWhole(candidate) ? slot[StateAt] : (byte)EmbeddingItemState.Delivering;
                    return true;
                }
            }

            index = (index + count) & (slots - 1);
        }
    }

    private delegate void SlotAction(ReadOnlySpan<byte> slot);

    private static void ForEach(SafeFileHandle file, long slots, SlotAction action)
    {
        Span<byte> buffer = new byte[SlotsPerRead * SlotBytes];
        for (long index = 0; index < slots; index += SlotsPerRead)
        {
            Read(file, buffer, SlotBytes + (index * SlotBytes));
            for (int i = 0; i < SlotsPerRead; i++)
            {
                ReadOnlySpan<byte> slot = buffer.Slice(i * SlotBytes, SlotBytes);
                if (!IsFree(slot))
                {
                    action(slot);
                }
            }
        }
    }

    private static void Read(SafeFileHandle file, Span<byte> buffer, long offset)
    {
        while (buffer.Length > 0)
        {
            int read = RandomAccess.Read(file, buffer, offset);
            if (read == 0)
            {
                throw new InvalidDataException("The checkpoint has been cut while it was in use.");
            }

            buffer = buffer[read..];
            offset += read;
        }
    }

    private static bool IsFree(ReadOnlySpan<byte> slot) => !slot.ContainsAnyExcept((byte)0);

    private static bool IsWhole(ReadOnlySpan<byte> slot) =>
        XxHash3.HashToUInt64(slot[..ChecksumAt]) == BinaryPrimitives.ReadUInt64LittleEndian(slot[ChecksumAt..])
        && slot[StateAt] is >= (byte)EmbeddingItemState.Delivering and <= (byte)EmbeddingItemState.Failed;

    private static void Fill(EmbeddingCheckpointEntry entry, Span<byte> slot)
    {
        if (entry.State is < EmbeddingItemState.Delivering or > EmbeddingItemState.Failed)
        {
            throw new ArgumentException($"The state {entry.State} cannot be written.", "entries");
        }

        slot.Clear();
        Hash(entry.Key, slot);
        BinaryPrimitives.WriteUInt128BigEndian(slot[16..], entry.ContentHash);
        slot[StateAt] = (byte)entry.State;
        BinaryPrimitives.WriteUInt64LittleEndian(slot[ChecksumAt..], XxHash3.HashToUInt64(slot[..ChecksumAt]));
    }

    private static void Hash(string key, Span<byte> slot)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(key), digest);
        digest[..16].CopyTo(slot);
    }
}
