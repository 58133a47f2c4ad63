using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using static PropertyDesk.Infrastructure.Documents.Writing.PdfSyntax;

namespace PropertyDesk.Infrastructure.Documents.Writing;

/// <summary>Writes numbered objects and remembers where each begins. The file's identifier is the hash of its content.</summary>
internal sealed class PdfFile : IDisposable
{
    private const int LengthOfIdentifier = 16;

    private readonly Stream _output;
    private readonly List<long> _places = [];
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private long _position;

    public PdfFile(Stream output)
    {
        _output = output;

        // The second line tells transfer programs that the file is not text.
        Write("%PDF-1.7\n%\u00E2\u00E3\u00CF\u00D3\n");
    }

    /// <summary>Takes a number for an object that is written later.</summary>
    public int NewId()
    {
        _places.Add(0);
        return _places.Count;
    }

    public int Add(string content)
    {
        var id = NewId();
        Add(id, content);
        return id;
    }

    public void Add(int id, string content)
    {
        Begin(id);
        Write($"{content}\nendobj\n");
    }

    /// <param name="entries">Of the stream's dictionary, without its length.</param>
    /// <param name="data">Already packed as the entries say.</param>
    public int AddStream(string entries, ReadOnlySpan<byte> data)
    {
        var id = NewId();
        Begin(id);
        Write(string.Create(CultureInfo.InvariantCulture, $"<<{entries}/Length {data.Length}>>\nstream\n"));
        Write(data);
        Write("\nendstream\nendobj\n");
        return id;
    }

    public int AddPacked(string entries, ReadOnlySpan<byte> data) => AddStream(entries + Flate.Filter, Flate.Pack(data));

    /// <summary>Writes the directory of the objects: the end of the file.</summary>
    public void Finish(int catalog, int information)
    {
        var start = _position;
        var directory = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"xref\n0 {_places.Count + 1}\n0000000000 65535 f \n"));
        foreach (var place in _places)
        {
            directory.Append(CultureInfo.InvariantCulture, $"{place:0000000000} 00000 n \n");
        }

        Write(directory.ToString());
        var identifier = Convert.ToHexString(_hash.GetHashAndReset().AsSpan(0, LengthOfIdentifier));
        Write(string.Create(CultureInfo.InvariantCulture, $"trailer\n<</Size {_places.Count + 1}/Root {Reference(catalog)}/Info {Reference(information)}/ID[<{identifier}><{identifier}>]>>\nstartxref\n{start}\n%%EOF\n"));
    }

    public void Dispose() => _hash.Dispose();

    private void Begin(int id)
    {
        _places[id - 1] = _position;
        Write(string.Create(CultureInfo.InvariantCulture, $"{id} 0 obj\n"));
    }

    private void Write(string text) => Write(Encoding.Latin1.GetBytes(text));

    private void Write(ReadOnlySpan<byte> bytes)
    {
        _output.Write(bytes);
        _hash.AppendData(bytes);
        _position += bytes.Length;
    }
}
